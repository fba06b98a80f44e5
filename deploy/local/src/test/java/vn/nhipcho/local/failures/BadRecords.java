package vn.nhipcho.local.failures;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import vn.nhipcho.event.DeadLetter;
import vn.nhipcho.local.deadletter.WholeTopic;
import vn.nhipcho.local.reference.AvroTopic;

/** Records that are to become dead letters, among those of a season: each tells its reason in its own bytes. */
final class BadRecords {
    static final List<String> INPUTS = List.of("market.accounts.v1", "market.listings.v1", "market.orders.v1");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern MARK = Pattern.compile("bad-([A-Z_]+)-\\d+");
    private static final int LINES_BETWEEN = 40;
    private static final byte[] UNKNOWN_SCHEMA = {0, 0, 0x0F, 0x42, 0x3F};

    private BadRecords() {}

    static boolean isOne(JsonNode event) {
        return MARK.matcher(event.path("event_id").asText()).matches();
    }

    /** Puts one beside every fortieth event of a season that can be written down as an event at all. */
    static void mixInto(Path season) throws IOException {
        var mixed = new ArrayList<String>();
        int bad = 0;
        for (String line : Files.readAllLines(season)) {
            mixed.add(line);
            if (mixed.size() % LINES_BETWEEN == 0) {
                mixed.add(spoilt(line, bad++));
            }
        }
        Files.write(season, mixed);
    }

    private static String spoilt(String line, int number) throws IOException {
        ObjectNode whole = (ObjectNode) JSON.readTree(line);
        ObjectNode event = (ObjectNode) whole.get("event");
        event.put("event_id", "bad-" + spoil(event, number) + "-" + number);
        return whole.toString();
    }

    private static String spoil(ObjectNode event, int number) {
        if (number % 3 == 0) {
            event.put("occurred_at", "2099-01-01T00:00:00Z");
            return "IN_THE_FUTURE";
        }
        if (number % 3 == 1 || !event.has("lines")) {
            event.put("seller_id", " ");
            return "MISSING_FIELD";
        }
        if (number % 2 == 0) {
            event.put("currency", "USD");
            return "WRONG_CURRENCY";
        }
        ((ObjectNode) event.get("lines").get(0)).put("quantity", "-1.000");
        return "OUT_OF_RANGE";
    }

    /** Sends what is no event of any schema, two records to each topic. */
    static void send(Properties kafka, int number) {
        try (var producer = new KafkaProducer<>(kafka, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (String topic : INPUTS) {
                producer.send(new ProducerRecord<>(topic, marked(new byte[0], "NOT_CONFLUENT_FORMAT", number)));
                producer.send(new ProducerRecord<>(topic, marked(UNKNOWN_SCHEMA, "UNKNOWN_SCHEMA_ID", number)));
            }
        }
    }

    private static byte[] marked(byte[] header, String reason, int number) {
        String text = new String(header, StandardCharsets.ISO_8859_1) + "bad-" + reason + "-" + number;
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Of every record in Kafka that is one, sent once or more often: topic, partition, offset and reason. */
    static TreeSet<String> inKafka(Properties kafka) {
        var found = new TreeSet<String>();
        INPUTS.forEach(topic -> WholeTopic.read(kafka, topic, record -> {
            var mark = MARK.matcher(new String(record.value(), StandardCharsets.ISO_8859_1));
            if (mark.find()) {
                found.add(row(record.topic(), record.partition(), record.offset(), mark.group(1)));
            }
        }));
        return found;
    }

    /** What a reader of the topic of dead letters has got; it is told some more than once. */
    static TreeSet<String> inTopic(Properties kafka) {
        List<DeadLetter> letters = AvroTopic.read(kafka, "market.dead-letters.v1", DeadLetter.getClassSchema());
        var found = new TreeSet<String>();
        letters.forEach(letter -> found.add(row(
                letter.getTopic(),
                letter.getPartition(),
                letter.getOffset(),
                letter.getReason().toString())));
        return found;
    }

    private static String row(String topic, int partition, long offset, String reason) {
        return topic + '\t' + partition + '\t' + offset + '\t' + reason;
    }
}
