package vn.nhipcho.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shadow tables against a real engine; live job and rebuild are played by plain inserts. */
class ShadowTablesIT {
    private static final Span JULY =
            new Span(Instant.parse("2025-07-01T00:00:00Z"), Instant.parse("2025-08-01T00:00:00Z"));
    private static final String IN_JULY = "2025-07-01 03:00:00";
    private static final String LATER_IN_JULY = "2025-07-02 03:00:00";
    private static final String IN_AUGUST = "2025-08-01 00:00:00";
    private static final String CELLS =
            "SELECT formatDateTime(hour, '%m-%d', 'UTC') AS day, orders FROM market.sales ORDER BY day";

    private static Engine engine;

    private ShadowTables shadow;

    @BeforeAll
    static void start(@TempDir Path dataDir) throws Exception {
        engine = Engine.start(dataDir);
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @BeforeEach
    void newTables() throws Exception {
        shadow = ShadowTables.open(engine.config(), Engine.PARAMETERS);
        shadow.drop();
        engine.startAfresh();
        Migrations.apply(engine.config(), Engine.PARAMETERS);
    }

    @Test
    void replacesWhatDiffersWithinThePeriodAndNothingElse() throws Exception {
        live(IN_JULY, 7, 1_000);
        live(IN_AUGUST, 8, 1_000);
        shadow.create();
        shadow.see();
        rebuilt(IN_JULY, 1);
        rebuilt(LATER_IN_JULY, 2);
        rebuilt(IN_AUGUST, 3);

        assertThat(differences()).isEqualTo("sales_hourly: 1 changed, 1 missing, 0 surplus of 2");
        assertThat(engine.query(CELLS)).as("before the exchange").containsExactly("07-01|7", "08-01|8");
        swap();

        assertThat(engine.query(CELLS)).containsExactly("07-01|1", "07-02|2", "08-01|8");
    }

    @Test
    void leavesToTheLiveJobWhateverItWritesMeanwhile() throws Exception {
        live(IN_JULY, 7, 1_000);
        live(LATER_IN_JULY, 7, 1_000);
        shadow.create();
        shadow.see();
        rebuilt(IN_JULY, 1);
        rebuilt(LATER_IN_JULY, 2);
        live(IN_JULY, 8, 1_002);

        assertThat(differences()).isEqualTo("sales_hourly: 1 changed, 0 missing, 0 surplus of 1");
        shadow.assemble();
        live(IN_AUGUST, 5, 1_001);
        shadow.exchange();
        live(LATER_IN_JULY, 3, 1_002);
        shadow.drop();

        assertThat(engine.query(CELLS)).containsExactly("07-01|8", "07-02|3", "08-01|5");
    }

    @Test
    void deletesWhatNoEventAccountsForAndKeepsTheHighestVersion() throws Exception {
        live(IN_JULY, 7, 1_000);
        live(LATER_IN_JULY, 9, 2_000);
        shadow.create();
        shadow.see();
        rebuilt(IN_JULY, 7);

        assertThat(differences()).isEqualTo("sales_hourly: 0 changed, 0 missing, 1 surplus of 2");
        swap();

        assertThat(engine.query(CELLS)).containsExactly("07-01|7");
        assertThat(TableVersions.highest(engine.config(), Tables.SALES_HOURLY)).isEqualTo(2_000);
    }

    @Test
    void bringsBackWhatTheLiveTableHoldsAsDeleted() throws Exception {
        live(IN_JULY, 7, 1_000);
        engine.execute("INSERT INTO market_raw.sales_hourly SELECT * REPLACE (1 AS is_deleted, 1_002 AS version)"
                + " FROM market_raw.sales_hourly");
        shadow.create();
        shadow.see();
        rebuilt(IN_JULY, 7);

        assertThat(differences()).isEqualTo("sales_hourly: 0 changed, 1 missing, 0 surplus of 1");
        swap();

        assertThat(engine.query(CELLS)).containsExactly("07-01|7");
    }

    @Test
    void aPartThatWasDatedIntoAnotherYearIsThereOnce() throws Exception {
        String parts = "market_raw.order_parts (platform, order_id, seller_id, placed_at, order_placed_at, version)";
        engine.execute("INSERT INTO " + parts + " VALUES"
                + " ('shopee', 'A1', 's-1', '2024-07-01 03:00:00', '2024-07-01 03:00:00', 1000)");
        shadow.create();
        shadow.see();
        engine.execute("INSERT INTO " + parts.replace("market_raw", "market_shadow") + " VALUES"
                + " ('shopee', 'A1', 's-1', '2025-07-01 03:00:00', '2025-07-01 03:00:00', 1)");

        shadow.compare(JULY);
        swap();

        assertThat(engine.query("SELECT order_id, toYear(placed_at) FROM market.order_parts"))
                .containsExactly("A1|2025");
    }

    @Test
    void aRunThatBreaksOffLeavesTheLiveTablesAndTheNextStartsAfresh() throws Exception {
        live(IN_JULY, 7, 1_000);
        shadow.create();
        shadow.see();
        rebuilt(IN_JULY, 99);
        rebuilt(LATER_IN_JULY, 99);
        shadow.compare(JULY);
        shadow.assemble();
        shadow.close();

        live(IN_AUGUST, 8, 1_000);
        assertThat(engine.query(CELLS)).containsExactly("07-01|7", "08-01|8");
        shadow = ShadowTables.open(engine.config(), Engine.PARAMETERS);
        shadow.create();
        shadow.see();
        rebuilt(IN_JULY, 1);
        assertThat(differences()).isEqualTo("sales_hourly: 1 changed, 0 missing, 0 surplus of 1");
        swap();

        assertThat(engine.query(CELLS)).containsExactly("07-01|1", "08-01|8");
        assertThat(engine.query("SELECT name FROM system.databases WHERE name = 'market_shadow'"))
                .isEmpty();
    }

    @Test
    void noReaderEverSeesATotalFallWhileTheLiveJobWrites() throws Exception {
        live(IN_JULY, 7, 1_000);
        var done = new AtomicBoolean();
        var writer = CompletableFuture.supplyAsync(() -> write(done));
        var reader = CompletableFuture.supplyAsync(() -> read(done));
        shadow.create();
        for (int round = 0; round < 3; round++) {
            shadow.create();
            shadow.see();
            rebuilt(IN_JULY, 7);
            rebuilt(LATER_IN_JULY, 1 + round);
            shadow.compare(JULY);
            shadow.assemble();
            shadow.exchange();
        }
        done.set(true);

        long written = writer.join();
        assertThat(reader.join()).isSorted().hasSizeGreaterThan(10);
        assertThat(engine.query(CELLS)).containsExactly("07-01|7", "07-02|3", "08-01|" + written);
    }

    /** The same cell over and over, each time with one order more; gives how many there are in the end. */
    private static long write(AtomicBoolean done) {
        long orders = 0;
        while (!done.get()) {
            orders++;
            live(IN_AUGUST, orders, 1_000_000 + 2 * orders);
        }
        return orders;
    }

    private static List<Long> read(AtomicBoolean done) {
        List<Long> totals = new ArrayList<>();
        try (var connection = engine.config().connect("default");
                var statement = connection.createStatement()) {
            while (!done.get()) {
                try (var row = statement.executeQuery("SELECT sum(orders) FROM market.sales")) {
                    row.next();
                    totals.add(row.getLong(1));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return totals;
    }

    private String differences() throws SQLException {
        var sales = shadow.compare(JULY).stream()
                .filter(table -> table.table().equals("sales_hourly"))
                .findFirst()
                .orElseThrow();
        return "sales_hourly: %d changed, %d missing, %d surplus of %d"
                .formatted(sales.rows("CHANGED"), sales.rows("MISSING"), sales.rows("SURPLUS"), sales.compared());
    }

    private void swap() throws SQLException {
        shadow.assemble();
        shadow.exchange();
        shadow.drop();
    }

    private static void live(String hour, long orders, long version) {
        insert("market_raw", hour, orders, version);
    }

    private static void rebuilt(String hour, long orders) {
        insert("market_shadow", hour, orders, 1);
    }

    private static void insert(String database, String hour, long orders, long version) {
        try (var connection = engine.config().connect("default");
                var statement = connection.createStatement()) {
            statement.execute("INSERT INTO " + database + ".sales_hourly (grouping, hour, orders, version)"
                    + " VALUES ('all', '%s', %d, %d)".formatted(hour, orders, version));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
