package vn.nhipcho.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import vn.nhipcho.local.Command.Result;
import vn.nhipcho.local.data.DataDirectory;

/** The first orders of {@code examples/}, from the command line to the figures; the steps build on each other. */
@TestMethodOrder(OrderAnnotation.class)
class UpIT {
    private static final String FIRST_ORDERS = "jsonl:" + Command.CHECKOUT.resolve("examples/first-orders.jsonl");
    private static final String TOTALS = """
            SELECT platform, sum(orders) AS orders, sum(delivered_orders) AS delivered, sum(cancelled_orders) AS cancelled,
                   sum(returned_orders) AS returned, sum(gross) AS gross, sum(quantity_kg) AS kg
            FROM market.sales WHERE grouping = 'platform' GROUP BY platform ORDER BY platform""";

    @TempDir
    static Path folder;

    private static DataDirectory directory;

    @BeforeAll
    static void takeANewDirectory() {
        directory = new DataDirectory(folder.resolve("data with blanks"));
    }

    @Test
    @Order(1)
    void endsWhenEverythingCanBeQueriedAndTellsWhatItCameTo() throws Exception {
        Result up = Command.run(directory, "up", "--source", FIRST_ORDERS, "--once");

        assertThat(up.exit()).as(up.err()).isZero();
        assertThat(up.out())
                .contains("zone Asia/Ho_Chi_Minh · currency VND")
                .contains("First rows after")
                .containsPattern("events in +21\n")
                .containsPattern("applied +19\n")
                .containsPattern("duplicate +1\n")
                .containsPattern("superseded +1\n")
                .containsPattern("dead +0\n")
                .containsPattern("rows +order_lines 6 · order_parts 6 ");
    }

    @Test
    @Order(2)
    void answersQueriesOnADirectoryAtRest() throws Exception {
        Result query = Command.run(directory, "query", TOTALS);

        assertThat(query.exit()).as(query.err()).isZero();
        assertThat(query.out()).isEqualTo("""
                platform\torders\tdelivered\tcancelled\treturned\tgross\tkg
                buudien\t1\t1\t0\t0\t120000\t10
                lazada\t1\t0\t0\t1\t65000\t5
                shopee\t1\t1\t0\t0\t250000\t24
                tiktok_shop\t1\t1\t0\t0\t275000\t4.8
                voso\t1\t1\t0\t0\t126000\t4.5
                """);
    }

    @Test
    @Order(3)
    void tellsClickHousesOwnWordsForWrongSql() throws Exception {
        Result query = Command.run(directory, "query", "SELECT nothing FROM market.sales");

        assertThat(query.exit()).isEqualTo(2);
        assertThat(query.out()).isEmpty();
        assertThat(query.err().lines()).hasSize(1);
        assertThat(query.err()).contains("UNKNOWN_IDENTIFIER");
    }

    @Test
    @Order(3)
    void tellsThatClickHouseCouldNotRunAStatementThatIsRight() throws Exception {
        Result query = Command.run(
                directory, "query", "SELECT count() FROM market.sales SETTINGS max_memory_usage = 1, max_threads = 1");

        assertThat(query.exit()).isEqualTo(3);
        assertThat(query.out()).isEmpty();
        assertThat(query.err().lines()).hasSize(1);
        assertThat(query.err()).contains("MEMORY_LIMIT_EXCEEDED");
    }

    @Test
    @Order(4)
    void migratesOnlyOnce() throws Exception {
        Result migrate = Command.run(directory, "migrate");

        assertThat(migrate.exit()).as(migrate.err()).isZero();
        assertThat(migrate.out()).isEqualTo("Everything is there already; nothing was changed.\n");
    }

    @Test
    @Order(5)
    void goesOnWhereItEnded() throws Exception {
        Result up = Command.run(directory, "up", "--once");

        assertThat(up.exit()).as(up.err()).isZero();
        assertThat(up.out())
                .contains("source " + FIRST_ORDERS)
                .contains("The job sellers goes on from sellers/savepoints/savepoint-")
                .containsPattern("events in +21\n")
                .containsPattern("duplicate +1\n")
                .doesNotContain("First rows");
    }

    @Test
    @Order(6)
    void refusesAnotherZoneAndLeavesTheDirectoryAsItIs() throws Exception {
        Result up = Command.run(directory, "up", "--zone", "America/Sao_Paulo", "--once");

        assertThat(up.exit()).isEqualTo(2);
        assertThat(up.err())
                .isEqualTo("nhip-cho: " + directory.root()
                        + " was made for zone Asia/Ho_Chi_Minh, not America/Sao_Paulo;" + " take another --data-dir\n");
    }

    @Test
    @Order(7)
    void reconcilesAndNamesTheCellThatWasTamperedWith() throws Exception {
        Result clean = Command.run(directory, "reconcile");
        assertThat(clean.exit()).as(clean.out() + clean.err()).isZero();
        assertThat(clean.out()).containsPattern("cells compared\t1\\d\\d\n").contains("cells that differ\t0\n");

        Result tamper = Command.run(directory, "query", """
                INSERT INTO market_raw.sales_hourly SELECT * REPLACE (orders + 1 AS orders, version + 1 AS version)
                FROM market_raw.sales_hourly FINAL WHERE grouping = 'platform' AND platform = 'voso'""");
        assertThat(tamper.exit()).as(tamper.err()).isZero();

        Result found = Command.run(directory, "reconcile");
        assertThat(found.exit()).isEqualTo(1);
        assertThat(found.out())
                .contains("sales platform, hour 2025-07-02T18:00+07:00[Asia/Ho_Chi_Minh], {platform=voso}:"
                        + " orders is 2, by the facts 1")
                .contains("cells that differ\t1\n");
    }
}
