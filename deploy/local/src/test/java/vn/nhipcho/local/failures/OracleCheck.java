package vn.nhipcho.local.failures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import vn.nhipcho.event.SellerAlert;
import vn.nhipcho.local.reference.AlertTopic;

/**
 * Compares every fact, cell, alert, stage, seller's day, ledger row and sent alert of a stack with the oracles. Reads no
 * sentence of an alert.
 *
 * @param seed told with what differs, so that the run can be repeated
 */
record OracleCheck(Oracle oracle, SellerOracle sellers, long seed) {
    static OracleCheck of(Path season, long seed) throws IOException {
        Oracle oracle = Oracle.read(season);
        return new OracleCheck(oracle, new SellerOracle(oracle), seed);
    }

    void holdsFor(Stage stage) throws IOException, InterruptedException {
        Held held = stage.held();
        assertSame("order_lines", seed, held.rows(Held.ORDER_LINES), oracle.orderLines());
        assertSame("order_parts", seed, held.rows(Held.ORDER_PARTS), oracle.orderParts());
        assertSame("history", seed, held.rows(Held.HISTORY), oracle.history());
        assertSame("sales", seed, held.rows(Held.SALES), oracle.sales());
        assertSame("successes", seed, held.rows(Held.SUCCESSES), oracle.successes());
        for (var expected : sellers.rows().entrySet()) {
            assertSame(expected.getKey(), seed, held.rows(expected.getKey()), expected.getValue());
        }
        TreeSet<String> bad = BadRecords.inKafka(stage.kafka());
        assertSame("ledger", seed, held.rows(Held.LEDGER), ledger(stage.kafka(), bad));
        assertThat(bad).as("records that are dead letters").isNotEmpty();
        assertSame("dead_letters", seed, held.rows(Held.DEAD_LETTERS), bad);
        assertSame("dead letters topic", seed, BadRecords.inTopic(stage.kafka()), bad);
        assertThat(held.rows(Held.REFUSED)).as("rows ClickHouse refused").containsExactly("0");
        assertThatEachTransitionWasSentOnce(stage);
    }

    /** Every record of the topics was read once, every event of the file used once, and what is bad is dead. */
    private TreeSet<String> ledger(Properties kafka, TreeSet<String> bad) {
        var rows = new TreeSet<String>();
        BadRecords.INPUTS.forEach(topic -> {
            long dead = bad.stream().filter(row -> row.startsWith(topic)).count();
            for (String job : List.of("sales", "sellers")) {
                rows.add(job + '\t' + topic + '\t' + records(kafka, topic) + '\t'
                        + oracle.events().get(topic) + "\t0\t" + dead + "\t0");
            }
        });
        return rows;
    }

    /** Records of the topics that the jobs read. */
    static long records(Properties kafka) {
        return BadRecords.INPUTS.stream()
                .mapToLong(topic -> records(kafka, topic))
                .sum();
    }

    private static long records(Properties kafka, String topic) {
        try (var consumer = new KafkaConsumer<>(kafka, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            return consumer.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }

    /** Who reads the topic alone knows what ClickHouse knows, and nothing was sent twice. */
    private void assertThatEachTransitionWasSentOnce(Stage stage) throws IOException, InterruptedException {
        var last = new TreeMap<String, String>();
        for (SellerAlert alert : AlertTopic.read(stage.kafka())) {
            String state = alert.getState() + " " + alert.getSeverity();
            assertThat(last.put(alert.getAlertId(), state))
                    .as("sent before of %s", alert.getAlertId())
                    .isNotEqualTo(state);
        }
        var sent = last.entrySet().stream()
                .map(alert -> alert.getKey() + '\t' + alert.getValue())
                .collect(Collectors.toCollection(TreeSet::new));
        assertSame("alerts topic", seed, sent, stage.held().rows(Held.LAST_STATES));
    }

    static void assertSame(String what, long seed, TreeSet<String> found, TreeSet<String> expected) {
        var missing = new TreeSet<>(expected);
        missing.removeAll(found);
        var wrong = new TreeSet<>(found);
        wrong.removeAll(expected);
        assertThat(missing.isEmpty() && wrong.isEmpty())
                .as(
                        "%s, seed %d: %d rows, expected %d; not there:%n%s%nthere and wrong:%n%s",
                        what, seed, found.size(), expected.size(), some(missing), some(wrong))
                .isTrue();
    }

    private static String some(TreeSet<String> rows) {
        return rows.size() + " rows\n" + rows.stream().limit(8).collect(Collectors.joining("\n"));
    }
}
