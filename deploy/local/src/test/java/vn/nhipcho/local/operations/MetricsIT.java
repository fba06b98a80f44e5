package vn.nhipcho.local.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhipcho.event.OrderEvent;
import vn.nhipcho.event.OrderLine;
import vn.nhipcho.local.data.RunningStack;
import vn.nhipcho.local.failures.FaultProxy;
import vn.nhipcho.model.Topics;
import vn.nhipcho.registry.AvroEncoder;
import vn.nhipcho.registry.RegistryConfig;
import vn.nhipcho.registry.SchemaRegistryClient;

/** The metrics endpoint of a running stack, read as Prometheus reads it. */
class MetricsIT {
    private static final String OPERATOR = "flink_taskmanager_job_task_operator_";
    private static final String RETRIES = OPERATOR + "table_code_insert_retries";
    private static final String FRESHNESS = OPERATOR + "table_freshness_milliseconds";
    private static final String DEAD_LETTERS = OPERATOR + "reason_dead_letters";
    private static final FaultProxy.Fault TOO_MANY_PARTS = new FaultProxy.Fault(
            FaultProxy.Manner.REFUSED, 500, 252, "Code: 252. DB::Exception: said by a test. (TOO_MANY_PARTS)", 1);

    @TempDir
    Path folder;

    @Test
    void everyDocumentedMetricIsThereAndTellsWhatHappened() throws Exception {
        try (var operated = OperatedStack.start(folder)) {
            int port = operated.metricsPort();
            send(operated.stack(), Instant.now().minusSeconds(3_600), 8);
            await(port, metrics -> metrics.sum(FRESHNESS + "_count", "table", "order_events") == 8);
            operated.clickhouse().misbehave(TOO_MANY_PARTS);
            send(operated.stack(), Instant.now().plus(Duration.ofDays(1)), 3);
            await(port, metrics -> metrics.sum(RETRIES, "code", "252") > 0);
            operated.clickhouse().behave();
            Prometheus metrics = await(
                    port, seen -> seen.sum(OPERATOR + "table_clickhouse_rows_written", "table", "dead_letters") == 3);

            assertThat(DocumentedMetrics.names())
                    .hasSizeGreaterThan(12)
                    .allSatisfy(name -> assertThat(metrics.of(name)).as(name).isNotEmpty());
            assertThatFiguresAreSane(metrics);
        }
    }

    private static void assertThatFiguresAreSane(Prometheus metrics) {
        assertThat(metrics.sum(OPERATOR + "pendingRecords"))
                .as("lag in records")
                .isZero();
        assertThat(metrics.most(OPERATOR + "event_time_lag_seconds", "job_name", "sales"))
                .as("age of events that are an hour old")
                .isBetween(3_600.0, 3_600.0 + OperatedStack.PATIENCE.toSeconds());
        for (String quantile : List.of("0.5", "0.95", "0.99")) {
            assertThat(metrics.most(FRESHNESS, "table", "order_events", "quantile", quantile))
                    .as("freshness, quantile " + quantile)
                    .isBetween(1.0, (double) OperatedStack.PATIENCE.toMillis());
        }
        assertThat(metrics.most(OPERATOR + "table_insert_batch_rows", "table", "order_events", "quantile", "0.99"))
                .isBetween(1.0, 8.0);
        assertThat(metrics.most(OPERATOR + "table_insert_batch_bytes", "table", "order_events", "quantile", "0.5"))
                .isGreaterThan(100);
        assertThat(metrics.sum(DEAD_LETTERS, "job_name", "sales")).isEqualTo(3);
        assertThat(metrics.sum(DEAD_LETTERS, "job_name", "sales", "reason", "IN_THE_FUTURE"))
                .isEqualTo(3);
        for (String job : List.of("sales", "sellers")) {
            assertThat(metrics.most("flink_jobmanager_job_lastCheckpointFullSize", "job_name", job))
                    .as("state size of " + job)
                    .isGreaterThan(1_000);
        }
    }

    private static void send(RunningStack stack, Instant occurredAt, int orders) throws Exception {
        var registry = new SchemaRegistryClient(RegistryConfig.of(stack.registry()));
        var encoder = new AvroEncoder<OrderEvent>(registry, Topics.ORDERS, OrderEvent.getClassSchema());
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", stack.kafka(), "acks", "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (int i = 0; i < orders; i++) {
                byte[] event = encoder.encode(order(i, occurredAt));
                producer.send(new ProducerRecord<>(Topics.ORDERS, null, event)).get();
            }
        }
    }

    private static OrderEvent order(int number, Instant occurredAt) {
        var line = OrderLine.newBuilder()
                .setLineId("1")
                .setCommodity("KHOM")
                .setQuantity(new BigDecimal("1.000"))
                .setUnit("kg")
                .setUnitPrice(new BigDecimal("15000.00"))
                .build();
        return OrderEvent.newBuilder()
                .setEventId("event-" + number + "-" + occurredAt)
                .setPlatform("shopee")
                .setOrderId("order-" + number)
                .setSellerId("seller-1")
                .setStatusRaw("READY_TO_SHIP")
                .setOccurredAt(occurredAt)
                .setLines(List.of(line))
                .build();
    }

    private static Prometheus await(int port, Predicate<Prometheus> condition) throws Exception {
        Instant deadline = Instant.now().plus(OperatedStack.PATIENCE);
        Prometheus seen = Prometheus.read(port);
        while (!condition.test(seen)) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("not seen within " + OperatedStack.PATIENCE + "; last:\n" + seen);
            }
            Thread.sleep(250);
            seen = Prometheus.read(port);
        }
        return seen;
    }
}
