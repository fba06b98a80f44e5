package vn.nhipcho.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One basket of two sellers at 10:29 local time, delivered late, one part returned afterwards; totals by hand. */
class ReconcileIT {
    private static final String HOUR = "toDateTime('2025-07-01 03:00:00', 'UTC')";
    private static final String SUCCESS_HOUR = "toDateTime('2025-07-04 03:00:00', 'UTC')";

    private static Engine engine;

    @BeforeAll
    static void start(@TempDir Path dataDir) throws Exception {
        engine = Engine.start(dataDir);
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @BeforeEach
    void aBasketOfTwoSellers() throws Exception {
        engine.startAfresh();
        Migrations.apply(engine.config(), Engine.PARAMETERS);
        var first = Facts.delivered("A1", "s-1", "2025-07-01T03:29:00Z", "2025-07-01T03:29:00Z");
        var second = Facts.delivered("A1", "s-2", "2025-07-01T03:29:30Z", "2025-07-01T03:29:00Z");
        insert(Tables.ORDER_PARTS, List.of(first, second));
        insert(Tables.ORDER_LINES, List.of(Facts.line(first, "1"), Facts.line(first, "2"), Facts.line(second, "1")));
        for (List<String> set : ReconcileSql.GROUPING_SETS) {
            boolean whole = set.isEmpty() || set.equals(List.of("platform"));
            engine.execute(
                    "INSERT INTO market_raw.sales_hourly (" + cellColumns() + ", orders, delivered_orders, late_orders,"
                            + " lines, delivered_lines, quantity_kg, delivered_quantity_kg, delivered_gross_kg, gross,"
                            + " delivered_gross, shipping, version) SELECT " + cell(set, HOUR)
                            + ", 1, 1, 1, 3, 3, 7.5, 7.5, 45001.50, 45001.50, 45001.50, " + (whole ? "16" : "6")
                            + ", 1",
                    "INSERT INTO market_raw.successes_hourly (" + cellColumns() + ", delivered_orders, delivered_lines,"
                            + " delivered_quantity_kg, delivered_gross_kg, delivered_gross, version) SELECT "
                            + cell(set, SUCCESS_HOUR) + ", 1, 3, 7.5, 45001.50, 45001.50, 1");
        }
    }

    @Test
    void findsNoDifferenceInTotalsMadeByHand() throws Exception {
        Reconcile.Result result = Reconcile.run(engine.config());

        assertThat(result.first()).isEmpty();
        assertThat(result.isClean()).isTrue();
        assertThat(result.cells()).isEqualTo(24);
    }

    @Test
    void namesExactlyTheCellThatWasChanged() throws Exception {
        engine.execute("INSERT INTO market_raw.sales_hourly SELECT * REPLACE (gross + 0.01 AS gross, 2 AS version)"
                + " FROM market_raw.sales_hourly WHERE grouping = 'district_commodity'");

        Reconcile.Result result = Reconcile.run(engine.config());

        assertThat(result.differing()).isEqualTo(1);
        assertThat(result.first()).hasSize(1);
        Reconcile.Difference difference = result.first().get(0);
        assertThat(difference.grouping()).isEqualTo("district_commodity");
        assertThat(difference.dimensions()).isEqualTo(Map.of("district", "930", "commodity", "KHOM"));
        assertThat(difference.measure()).isEqualTo("gross");
        assertThat(difference)
                .hasToString("sales district_commodity, hour 2025-07-01T10:00+07:00[Asia/Ho_Chi_Minh],"
                        + " {district=930, commodity=KHOM}: gross is 45001.51, by the facts 45001.50");
    }

    @Test
    void findsACellThatIsMissingAndOneThatShouldNotBe() throws Exception {
        engine.execute(
                "INSERT INTO market_raw.successes_hourly SELECT * REPLACE (2 AS version, 1 AS is_deleted)"
                        + " FROM market_raw.successes_hourly WHERE grouping = 'all'",
                "INSERT INTO market_raw.sales_hourly (grouping, hour, district, commune, orders, version)"
                        + " VALUES ('district', '2025-07-01 03:00:00', '930', '1', 1, 1)",
                "INSERT INTO market_raw.sales_hourly (grouping, hour, orders, version)"
                        + " VALUES ('weather', '2025-07-01 03:00:00', 1, 1)");

        Reconcile.Result result = Reconcile.run(engine.config());

        assertThat(result.differing()).isEqualTo(3);
        assertThat(result.first())
                .extracting(d -> d.view() + " " + d.grouping() + " " + d.dimensions())
                .contains("successes all {}", "sales district {district=930, commune=1}", "sales weather {}");
    }

    @Test
    void followsAPartThatIsReturnedAndOneThatIsCancelled() throws Exception {
        engine.execute(
                "INSERT INTO market_raw.order_lines SELECT * REPLACE (version + 1 AS version, 'RETURNED' AS status,"
                        + " toDateTime64('2025-07-09 20:15:00', 3, 'UTC') AS returned_at)"
                        + " FROM market_raw.order_lines WHERE seller_id = 's-1'",
                "INSERT INTO market_raw.order_lines SELECT * REPLACE (version + 1 AS version, 'CANCELLED' AS status)"
                        + " FROM market_raw.order_lines WHERE seller_id = 's-2'");
        for (List<String> set : ReconcileSql.GROUPING_SETS) {
            engine.execute(
                    "INSERT INTO market_raw.sales_hourly SELECT * REPLACE (2 AS version, 0 AS delivered_orders,"
                            + " 1 AS returned_orders, 0 AS delivered_lines, 0 AS delivered_quantity_kg,"
                            + " 0 AS delivered_gross_kg, 0 AS delivered_gross, 1 AS cancelled_lines,"
                            + " 15000.50 AS cancelled_gross) FROM market_raw.sales_hourly WHERE grouping = '"
                            + ReconcileSql.nameOf(set) + "'",
                    "INSERT INTO market_raw.successes_hourly SELECT * REPLACE (2 AS version, 2 AS delivered_lines,"
                            + " 5 AS delivered_quantity_kg, 30001 AS delivered_gross_kg, 30001 AS delivered_gross)"
                            + " FROM market_raw.successes_hourly WHERE grouping = '" + ReconcileSql.nameOf(set) + "'",
                    "INSERT INTO market_raw.successes_hourly (" + cellColumns() + ", returned_orders, returned_lines,"
                            + " returned_gross, version) SELECT "
                            + cell(set, "toDateTime('2025-07-09 20:00:00', 'UTC')") + ", 1, 2, 30001, 1");
        }

        assertThat(Reconcile.run(engine.config()).first()).isEmpty();
    }

    private static String cellColumns() {
        return "grouping, hour, " + String.join(", ", ReconcileSql.DIMENSIONS);
    }

    private static String cell(List<String> set, String hour) {
        Map<String, String> values = Map.of(
                "platform", "shopee",
                "province", "93",
                "district", "930",
                "commune", "31321",
                "commodity", "KHOM",
                "cooperative", "htx-01",
                "seller_type", "HOUSEHOLD");
        List<String> columns = new ArrayList<>(List.of("'" + ReconcileSql.nameOf(set) + "'", hour));
        for (String dimension : ReconcileSql.DIMENSIONS) {
            columns.add("'" + (set.contains(dimension) ? values.get(dimension) : "") + "'");
        }
        return String.join(", ", columns);
    }

    private static <T> void insert(TableSpec<T> table, List<T> rows) throws Exception {
        RowBuffer<T> buffer = new RowBuffer<>(table, 100);
        rows.forEach(buffer::add);
        try (JdbcInserter inserter = new JdbcInserter(engine.config())) {
            RowBatch batch = RowBatch.unpack(buffer.drain(0).get(0));
            inserter.insert(batch, 0, batch.rows());
        }
    }
}
