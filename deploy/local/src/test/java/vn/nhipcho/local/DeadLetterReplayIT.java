package vn.nhipcho.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhipcho.event.OrderEvent;
import vn.nhipcho.event.OrderLine;
import vn.nhipcho.local.data.DataDirectory;
import vn.nhipcho.local.data.RunningStack;
import vn.nhipcho.local.deadletter.WholeTopic;
import vn.nhipcho.model.Topics;
import vn.nhipcho.registry.AvroEncoder;
import vn.nhipcho.registry.RegistryConfig;
import vn.nhipcho.registry.SchemaRegistryClient;

/** Dead letters of a running stack, mended and sent again: figures appear once, and the ledger accounts for every record. */
class DeadLetterReplayIT {
    private static final String FIGURES = "SELECT orders, gross FROM market.sales WHERE grouping = 'all'";
    private static final String WAITING =
            "SELECT offset, reason, attempts FROM market.dead_letters" + " WHERE replayed_at IS NULL ORDER BY offset";

    @TempDir
    Path folder;

    private NhipChoProcess up;

    @AfterEach
    void stop() {
        up.stop();
    }

    @Test
    void aMendedLetterIsCountedOnceHoweverOftenItIsSentAndTheLedgerCloses() throws Exception {
        up = NhipChoProcess.up(folder, "--source", "none");
        RunningStack stack = running();
        send(stack);
        await(
                WAITING,
                "offset\treason\tattempts\n0\tWRONG_CURRENCY\t1\n1\tOUT_OF_RANGE\t1\n2\tNOT_CONFLUENT_FORMAT\t1\n");
        await(FIGURES, "orders\tgross\n1\t15000\n");

        assertThat(replay("--all", "--dry-run"))
                .containsExactly(
                        "0 WRONG_CURRENCY 2 would send dead again, WRONG_CURRENCY: currency is USD,"
                                + " this deployment counts in VND",
                        "1 OUT_OF_RANGE 2 would send dead again, OUT_OF_RANGE: lines.quantity is -1.000, not within 0 and 1000000000",
                        "2 NOT_CONFLUENT_FORMAT 2 would send cannot be decoded, goes as it is: dead again,"
                                + " NOT_CONFLUENT_FORMAT: the value does not begin with a zero byte and a schema id");
        String[] mend = {"--reason", "OUT_OF_RANGE", "--set", "lines.0.quantity=2"};
        assertThat(replay(mend[0], mend[1], mend[2], mend[3], "--dry-run"))
                .containsExactly("1 OUT_OF_RANGE 2 would send accepted");
        assertThat(query(WAITING)).as("a dry run changes nothing").contains("\n1\tOUT_OF_RANGE\t1\n");

        assertThat(replay(mend)).containsExactly("1 OUT_OF_RANGE 2 sent accepted");
        await(FIGURES, "orders\tgross\n2\t45000\n");
        await(WAITING, "offset\treason\tattempts\n0\tWRONG_CURRENCY\t1\n2\tNOT_CONFLUENT_FORMAT\t1\n");
        assertThat(replay(mend))
                .singleElement()
                .asString()
                .startsWith("1 OUT_OF_RANGE 2 skipped replayed already, at ");
        // As after a replay that was killed between sending and marking.
        sendTheLastOrderAgain(stack);

        assertThat(replay("market.orders.v1:0:2"))
                .singleElement()
                .asString()
                .startsWith("2 NOT_CONFLUENT_FORMAT 2 sent");
        await(WAITING, "offset\treason\tattempts\n0\tWRONG_CURRENCY\t1\n6\tNOT_CONFLUENT_FORMAT\t2\n");
        assertThat(replay("market.orders.v1:0:6"))
                .singleElement()
                .asString()
                .startsWith("6 NOT_CONFLUENT_FORMAT 3 sent");
        await(WAITING, "offset\treason\tattempts\n0\tWRONG_CURRENCY\t1\n7\tNOT_CONFLUENT_FORMAT\t3\n");
        assertThat(replay("market.orders.v1:0:7"))
                .singleElement()
                .asString()
                .startsWith("7 NOT_CONFLUENT_FORMAT 3 skipped tried 3 times, the limit is 3");

        assertThat(FlinkJobs.at(stack.flink()).failures()).isZero();
        // Each table commits by itself: only after the stop all of them hold what the ledger counts.
        up.stop();
        assertThat(query(FIGURES)).as("twice is no more than once").isEqualTo("orders\tgross\n2\t45000\n");
        assertThat(query("SELECT sum(consumed) AS consumed, sum(applied) AS applied, sum(duplicate) AS duplicate,"
                        + " sum(superseded) AS superseded, sum(dead) AS dead FROM market.ledger WHERE job = 'sales'"))
                .isEqualTo("consumed\tapplied\tduplicate\tsuperseded\tdead\n8\t2\t1\t0\t5\n");
        assertThat(NhipChoProcess.run("reconcile", "--data-dir", folder.toString())
                        .exitCode())
                .isZero();
    }

    /** Lines without the topic and without the event, which is long. */
    private List<String> replay(String... arguments) {
        var all = new ArrayList<>(List.of("dead-letters", "replay", "--data-dir", folder.toString()));
        all.addAll(List.of(arguments));
        var result = NhipChoProcess.start(all).await();
        assertThat(result.exitCode()).as(all + "\n" + result.err()).isZero();
        return result.out()
                .lines()
                .skip(1)
                .map(line -> line.replace("market.orders.v1:0:", "")
                        .replaceFirst("\t[^\t]*$", "")
                        .replace('\t', ' '))
                .toList();
    }

    private static void send(RunningStack stack) throws Exception {
        var registry = new SchemaRegistryClient(RegistryConfig.of(stack.registry()));
        var encoder = new AvroEncoder<OrderEvent>(registry, Topics.ORDERS, OrderEvent.getClassSchema());
        try (var producer = producer(stack)) {
            for (byte[] value : List.of(
                    encoder.encode(
                            order("in-dollars", "1.000").setCurrency("USD").build()),
                    encoder.encode(order("negative", "-1.000").build()),
                    "{\"order_id\": 1}".getBytes(StandardCharsets.UTF_8),
                    encoder.encode(order("well-formed", "1.000").build()))) {
                producer.send(new ProducerRecord<>(Topics.ORDERS, 0, null, value))
                        .get();
            }
        }
    }

    private static void sendTheLastOrderAgain(RunningStack stack) throws Exception {
        var kafka = new Properties();
        kafka.setProperty("bootstrap.servers", stack.kafka());
        List<byte[]> values = new ArrayList<>();
        WholeTopic.read(kafka, Topics.ORDERS, record -> values.add(record.value()));
        try (var producer = producer(stack)) {
            producer.send(new ProducerRecord<>(Topics.ORDERS, 0, null, values.get(values.size() - 1)))
                    .get();
        }
    }

    private static KafkaProducer<byte[], byte[]> producer(RunningStack stack) {
        return new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", stack.kafka(), "acks", "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    private static OrderEvent.Builder order(String id, String quantity) {
        return OrderEvent.newBuilder()
                .setEventId("event-" + id)
                .setPlatform("shopee")
                .setOrderId(id)
                .setSellerId("seller-1")
                .setStatusRaw("READY_TO_SHIP")
                .setOccurredAt(Instant.parse("2025-03-10T02:00:00Z"))
                .setLines(List.of(OrderLine.newBuilder()
                        .setLineId("1")
                        .setCommodity("KHOM")
                        .setQuantity(new BigDecimal(quantity))
                        .setUnit("kg")
                        .setUnitPrice(new BigDecimal("15000.00"))
                        .build()));
    }

    private RunningStack running() throws InterruptedException {
        Instant deadline = Instant.now().plus(Duration.ofMinutes(4));
        while (Instant.now().isBefore(deadline) && up.isAlive()) {
            var running = new DataDirectory(folder).runningStack();
            if (running.isPresent()) {
                return running.get();
            }
            Thread.sleep(200);
        }
        throw new AssertionError("the stack did not come up:\n" + up.stop());
    }

    private void await(String sql, String expected) throws InterruptedException {
        Instant deadline = Instant.now().plus(Duration.ofMinutes(3));
        String found = "";
        while (Instant.now().isBefore(deadline)) {
            found = query(sql);
            if (found.equals(expected)) {
                return;
            }
            Thread.sleep(500);
        }
        assertThat(found).as(sql).isEqualTo(expected);
    }

    private String query(String sql) {
        var result = NhipChoProcess.run("query", sql, "--data-dir", folder.toString());
        assertThat(result.exitCode()).as(sql + "\n" + result.err()).isZero();
        return result.out();
    }
}
