package vn.nhipcho.release;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.nhipcho.model.Topics;

/**
 * Connectors of three versions of the contract send at once while the jobs are upgraded from a release's savepoint, and
 * stopped and resized in the middle; every order is told by two of them.
 */
@Timeout(300)
class ThreeVersionsIT {
    private static final Duration OFTEN = Duration.ofSeconds(1);
    private static final String SUBJECT = Topics.ORDERS + "-value";
    private static final int ORDERS = 90;

    @Test
    void everyOrderIsCountedOnceWhicheverVersionsTellOfIt(@TempDir Path dir) throws Exception {
        Contract contract = Contract.current(Topics.ORDERS, "OrderEvent");
        Contract withField = contract.withField(
                "gift_wrapped", "{\"type\":[\"null\",\"boolean\"],\"doc\":\"Whether it is a gift.\",\"default\":null}");
        Contract widened = withField.withSymbol("origin", "PARTNER").withBranch("cancelled_by", "bytes");
        Contract tooWide = withField.withBranch("cancelled_by", "long");
        try (Stage stage = Stage.start(dir)) {
            List<Release> releases = Release.all();
            Map<String, Path> savepoints = stage.takeOver(releases.get(releases.size() - 1));
            var v1 = new OrderProducer(stage, SUBJECT, Contract.first(Topics.ORDERS), "CUSTOMER", "SELLER");
            var v2 = new OrderProducer(stage, SUBJECT, withField.schema(), "PROGRAMME", "SELLER");
            var v3 = new OrderProducer(
                    stage, SUBJECT, widened.schema(), "PARTNER", ByteBuffer.wrap("SELLER".getBytes(UTF_8)));
            assertThatThrownBy(() -> new OrderProducer(stage, SUBJECT, tooWide.schema(), "CUSTOMER", 1L))
                    .hasMessageContaining("an earlier schema cannot read the new one");
            var unchecked = new OrderProducer(stage, "elsewhere", tooWide.schema(), "CUSTOMER", 1L);
            List<OrderProducer> producers = List.of(v1, v2, v3);

            stage.startJobs(savepoints, 2, OFTEN);
            send(producers, 0, 30);
            unchecked.place(ORDERS);
            stage.awaitAllRead();
            savepoints = stage.stopJobs();
            send(producers, 30, 60);
            stage.startJobs(savepoints, 3, OFTEN);
            send(producers, 60, ORDERS);
            unchecked.cancel(ORDERS);
            stage.awaitAllRead();
            stage.stopJobs();

            Database database = stage.database();
            assertThat(database.query("SELECT sum(orders), sum(cancelled_orders), sum(gross) FROM market.sales"
                            + " WHERE grouping = 'platform' AND platform = '" + OrderProducer.PLATFORM + "'"))
                    .containsExactly("90\t45\t1800000");
            assertThat(database.query("SELECT origin, cancelled_by, count() FROM market_raw.order_parts FINAL"
                            + " WHERE platform = '" + OrderProducer.PLATFORM + "' GROUP BY ALL ORDER BY ALL"))
                    .as("a symbol that is not known is read as the enum's default, bytes are read as text")
                    .containsExactly(
                            "CUSTOMER\t\t30", "CUSTOMER\tSELLER\t30", "PROGRAMME\t\t15", "PROGRAMME\tSELLER\t15");
            assertThat(database.query("SELECT reason, count() FROM market.dead_letters WHERE topic = '" + Topics.ORDERS
                            + "' AND reason != 'WRONG_CURRENCY' GROUP BY reason"))
                    .containsExactly("INCOMPATIBLE_SCHEMA\t2");
        }
    }

    /** Every second order is cancelled, by the connector of the next version. */
    private static void send(List<OrderProducer> producers, int from, int to) throws Exception {
        for (int order = from; order < to; order++) {
            producers.get(order % 3).place(order);
            if (order % 2 == 0) {
                producers.get((order + 1) % 3).cancel(order);
            }
        }
    }
}
