package vn.nhipcho.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhipcho.event.AccountEvent;
import vn.nhipcho.event.AccountEventKind;
import vn.nhipcho.event.OrderEvent;
import vn.nhipcho.event.OrderLine;
import vn.nhipcho.local.data.DataDirectory;
import vn.nhipcho.local.data.RunningStack;
import vn.nhipcho.model.Topics;
import vn.nhipcho.registry.AvroEncoder;
import vn.nhipcho.registry.RegistryConfig;
import vn.nhipcho.registry.SchemaRegistryClient;

/** Records that no well-behaved marketplace would send, on a running stack: each is accounted for and nothing restarts. */
class HostileInputIT {
    private static final String APPLIED = "applied";
    private static final String READ_BY_BOTH_JOBS = "SELECT if(count() = 2, min(n), 0) AS n"
            + " FROM (SELECT sum(consumed) AS n FROM market.ledger GROUP BY job)";

    @TempDir
    Path folder;

    private NhipChoProcess up;

    @AfterEach
    void stop() {
        up.stop();
    }

    @Test
    void everyHostileRecordIsAppliedOrADeadLetterWithItsReasonAndNothingRestarts() throws Exception {
        up = NhipChoProcess.up(folder, "--source", "none");
        RunningStack stack = running();
        Map<String, byte[]> records = hostileOrders(stack);
        Map<String, String> expected = expectedReasons();
        assertThat(records.keySet()).isEqualTo(expected.keySet());

        var cases = new ArrayList<>(records.keySet());
        send(stack, records, cases);
        awaitQueryable(records.size() + 1);
        assertThat(FlinkJobs.at(stack.flink()).failures()).isZero();
        // Each table commits by itself: only after the stop all of them hold what the ledger counts.
        up.stop();

        assertThat(reasonsByCase(cases)).isEqualTo(new TreeMap<>(expected));
        int sent = records.size() + 1;
        assertThat(query("SELECT job, sum(consumed) AS total, sum(consumed) - sum(applied) - sum(duplicate)"
                        + " - sum(superseded) - sum(dead) AS lost FROM market.ledger GROUP BY job ORDER BY job"))
                .isEqualTo("job\ttotal\tlost\nsales\t" + sent + "\t0\nsellers\t" + sent + "\t0\n");
        assertThat(query("SELECT commune FROM market.order_parts WHERE order_id = 'of-unknown-commune'"))
                .isEqualTo("commune\nunknown\n");
        assertThat(query("SELECT status, status_raw FROM market.order_parts WHERE order_id = 'unknown-status'"))
                .isEqualTo("status\tstatus_raw\nUNKNOWN\tTELEPORTED\n");
    }

    private static Map<String, String> expectedReasons() {
        Map<String, String> expected = new LinkedHashMap<>();
        expected.put("well-formed", APPLIED);
        expected.put("not-avro", "NOT_CONFLUENT_FORMAT");
        expected.put("wrong-magic", "NOT_CONFLUENT_FORMAT");
        expected.put("empty", "NOT_CONFLUENT_FORMAT");
        expected.put("unknown-schema-id", "UNKNOWN_SCHEMA_ID");
        expected.put("truncated", "UNDECODABLE");
        expected.put("trailing-bytes", "UNDECODABLE");
        expected.put("negative-quantity", "OUT_OF_RANGE");
        expected.put("tombstone", "NOT_CONFLUENT_FORMAT");
        expected.put("over-one-megabyte", "TOO_LARGE");
        expected.put("lines-worth-too-much", "OUT_OF_RANGE");
        expected.put("absurd-date", "OUT_OF_RANGE");
        expected.put("a-date-in-2099", "IN_THE_FUTURE");
        expected.put("another-currency", "WRONG_CURRENCY");
        expected.put("broken-utf8", "MALFORMED_TEXT");
        expected.put("no-seller", "MISSING_FIELD");
        expected.put("unknown-status", APPLIED);
        expected.put("of-unknown-commune", APPLIED);
        return expected;
    }

    private static Map<String, byte[]> hostileOrders(RunningStack stack) {
        var encoder = orders(stack);
        byte[] good = encoder.encode(order("well-formed").build());
        Map<String, byte[]> records = new LinkedHashMap<>();
        records.put("well-formed", good);
        records.put("not-avro", "{\"order_id\": 1}".getBytes(StandardCharsets.UTF_8));
        records.put("wrong-magic", withByte(good, 0, 7));
        records.put("empty", new byte[0]);
        records.put("unknown-schema-id", withByte(good, 1, 99));
        records.put("truncated", Arrays.copyOf(good, good.length / 2));
        records.put("trailing-bytes", Arrays.copyOf(good, good.length + 3));
        records.put(
                "negative-quantity",
                encoder.encode(order("negative-quantity")
                        .setLines(List.of(line("-1.000")))
                        .build()));
        records.put("tombstone", null);
        records.put("over-one-megabyte", Arrays.copyOf(good, 1_000_001));
        records.put(
                "lines-worth-too-much",
                encoder.encode(order("lines-worth-too-much")
                        .setLines(List.of(dear("1"), dear("2")))
                        .build()));
        records.put(
                "absurd-date",
                encoder.encode(order("absurd-date")
                        .setOccurredAt(Instant.parse("1871-01-01T00:00:00Z"))
                        .build()));
        records.put(
                "a-date-in-2099",
                encoder.encode(order("a-date-in-2099")
                        .setOccurredAt(Instant.parse("2099-01-01T00:00:00Z"))
                        .build()));
        records.put(
                "another-currency",
                encoder.encode(order("another-currency").setCurrency("USD").build()));
        // A lone surrogate as a careless encoder writes it: three bytes that are no UTF-8.
        records.put(
                "broken-utf8",
                replaced(encoder.encode(order("broken-utf8").setOrderId("abc").build()), "abc", new byte[] {
                    (byte) 0xED, (byte) 0xA0, (byte) 0x80
                }));
        records.put(
                "no-seller",
                encoder.encode(order("no-seller")
                        .setSellerId("")
                        .setLines(List.of(line("1.000")))
                        .build()));
        records.put(
                "unknown-status",
                encoder.encode(
                        order("unknown-status").setStatusRaw("TELEPORTED").build()));
        records.put(
                "of-unknown-commune",
                encoder.encode(order("of-unknown-commune")
                        .setSellerId("seller-nowhere")
                        .build()));
        return records;
    }

    private static OrderEvent.Builder order(String id) {
        return OrderEvent.newBuilder()
                .setEventId("event-" + id)
                .setPlatform("shopee")
                .setOrderId(id)
                .setSellerId("seller-1")
                .setStatusRaw("READY_TO_SHIP")
                .setOccurredAt(Instant.parse("2025-03-10T02:00:00Z"))
                .setLines(List.of(line("1.000")));
    }

    private static OrderLine line(String quantity) {
        return OrderLine.newBuilder()
                .setLineId("1")
                .setCommodity("KHOM")
                .setQuantity(new BigDecimal(quantity))
                .setUnit("kg")
                .setUnitPrice(new BigDecimal("15000.00"))
                .build();
    }

    private static OrderLine dear(String id) {
        return OrderLine.newBuilder(line("1000.000"))
                .setLineId(id)
                .setUnitPrice(new BigDecimal("900000000.00"))
                .build();
    }

    private static AvroEncoder<OrderEvent> orders(RunningStack stack) {
        return new AvroEncoder<>(registry(stack), Topics.ORDERS, OrderEvent.getClassSchema());
    }

    private static SchemaRegistryClient registry(RunningStack stack) {
        return new SchemaRegistryClient(RegistryConfig.of(stack.registry()));
    }

    /** Every record with a null key, to partition 0, so that a case's offset is its place in the list. */
    private static void send(RunningStack stack, Map<String, byte[]> records, List<String> cases) throws Exception {
        AccountEvent nowhere = AccountEvent.newBuilder()
                .setEventId("account-nowhere")
                .setSellerId("seller-nowhere")
                .setKind(AccountEventKind.REGISTERED)
                .setOccurredAt(Instant.parse("2025-01-01T00:00:00Z"))
                .setCommuneCode("99999")
                .build();
        byte[] account = new AvroEncoder<AccountEvent>(registry(stack), Topics.ACCOUNTS, AccountEvent.getClassSchema())
                .encode(nowhere);
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", stack.kafka(), "acks", "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topics.ACCOUNTS, null, account)).get();
            for (String name : cases) {
                producer.send(new ProducerRecord<>(Topics.ORDERS, 0, null, records.get(name)))
                        .get();
            }
        }
    }

    private Map<String, String> reasonsByCase(List<String> cases) {
        Map<String, String> reasons = new TreeMap<>();
        cases.forEach(name -> reasons.put(name, APPLIED));
        query("SELECT offset, reason FROM market.dead_letters WHERE topic = '" + Topics.ORDERS + "'")
                .lines()
                .skip(1)
                .map(row -> row.split("\t"))
                .forEach(row -> reasons.put(cases.get(Integer.parseInt(row[0])), row[1]));
        return reasons;
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

    private void awaitQueryable(int records) throws InterruptedException {
        Instant deadline = Instant.now().plus(Duration.ofMinutes(4));
        String consumed = "";
        while (Instant.now().isBefore(deadline)) {
            consumed = query(READ_BY_BOTH_JOBS).lines().skip(1).findFirst().orElseThrow();
            if (consumed.equals(Integer.toString(records))) {
                return;
            }
            Thread.sleep(500);
        }
        throw new AssertionError("only " + consumed + " of " + records + " records were read");
    }

    private String query(String sql) {
        var result = NhipChoProcess.run("query", sql, "--data-dir", folder.toString());
        assertThat(result.exitCode()).as(sql + "\n" + result.err()).isZero();
        return result.out();
    }

    private static byte[] withByte(byte[] bytes, int at, int value) {
        byte[] copy = bytes.clone();
        copy[at] = (byte) value;
        return copy;
    }

    private static byte[] replaced(byte[] bytes, String text, byte[] by) {
        String latin = new String(bytes, StandardCharsets.ISO_8859_1);
        ByteBuffer copy = ByteBuffer.wrap(bytes.clone());
        copy.position(latin.indexOf(text));
        copy.put(by);
        return copy.array();
    }
}
