package vn.nhipcho.local.deadletter;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import vn.nhipcho.clickhouse.Deployment;
import vn.nhipcho.event.DeadLetter;
import vn.nhipcho.importer.JsonEvents;
import vn.nhipcho.registry.AvroEncoder;
import vn.nhipcho.registry.RegistryConfig;
import vn.nhipcho.registry.SchemaRegistryClient;
import vn.nhipcho.registry.SchemaSource;
import vn.nhipcho.source.Decoded;
import vn.nhipcho.source.Decoders;
import vn.nhipcho.source.EventDecoder;
import vn.nhipcho.source.EventJson;
import vn.nhipcho.source.RawRecord;
import vn.nhipcho.source.UncheckedEvents;

/**
 * Makes of a dead letter the record that is sent again: mends its fields, and says how the job's own decoders judge it
 * now. Sends nothing. For one thread.
 */
public final class PrepareReplay {
    private final UncheckedEvents events;
    private final Map<String, EventDecoder<?>> decoders;
    private final EventEncoder encoder;
    private final EventJson eventJson = new EventJson();
    private final JsonEvents json;
    private final List<FieldFix> fixes;
    private final InstantSource clock;

    /** What is to become of a letter. */
    public sealed interface Prepared {
        /**
         * @param judged what the job would make of it now
         * @param shown the event as JSON, or how many bytes could not be decoded
         */
        record Ready(ProducerRecord<byte[], byte[]> record, String judged, String shown) implements Prepared {}

        record LeftAlone(String why) implements Prepared {}
    }

    /** Writes an event as its topic's producers do. */
    @FunctionalInterface
    interface EventEncoder {
        byte[] encode(String topic, SpecificRecord event);
    }

    public static PrepareReplay of(
            RegistryConfig config, Deployment deployment, List<FieldFix> fixes, InstantSource clock) {
        var registry = new SchemaRegistryClient(config);
        Map<String, AvroEncoder<SpecificRecord>> encoders = new HashMap<>();
        return new PrepareReplay(
                registry,
                (topic, event) -> encoders.computeIfAbsent(
                                topic, name -> new AvroEncoder<>(registry, name, event.getSchema()))
                        .encode(event),
                deployment,
                fixes,
                clock);
    }

    PrepareReplay(
            SchemaSource registry,
            EventEncoder encoder,
            Deployment deployment,
            List<FieldFix> fixes,
            InstantSource clock) {
        this.encoder = encoder;
        this.events = new UncheckedEvents(registry);
        this.decoders = Decoders.byTopic(registry, deployment.currency(), deployment.zone());
        this.json = new JsonEvents(deployment.zone());
        this.fixes = fixes;
        this.clock = clock;
    }

    public Prepared prepare(DeadLetter letter) {
        byte[] came = bytes(letter.getPayload());
        Optional<SpecificRecord> event = events.read(letter.getTopic(), came);
        if (event.isPresent()) {
            return decodable(letter, came, event.get());
        }
        RawRecord asItIs = raw(letter, came);
        String judged = judged(asItIs);
        if (!fixes.isEmpty()) {
            return new Prepared.LeftAlone("cannot be decoded, so --set does not apply; as it is it would be " + judged);
        }
        return new Prepared.Ready(
                record(letter, asItIs), "cannot be decoded, goes as it is: " + judged, came.length + " bytes");
    }

    private Prepared decodable(DeadLetter letter, byte[] came, SpecificRecord event) {
        try {
            RawRecord mended = raw(letter, fixes.isEmpty() ? came : mended(letter.getTopic(), event));
            return new Prepared.Ready(record(letter, mended), judged(mended), eventJson.of(event));
        } catch (FixRefused e) {
            return new Prepared.LeftAlone("--set does not apply: " + e.getMessage());
        } catch (AvroRuntimeException e) {
            return new Prepared.LeftAlone(
                    "cannot be written again, a field that --set leaves does not fit: " + e.getMessage());
        }
    }

    private byte[] mended(String topic, SpecificRecord event) throws FixRefused {
        for (FieldFix fix : fixes) {
            fix.apply(event, json);
        }
        return encoder.encode(topic, event);
    }

    private String judged(RawRecord record) {
        return decoders.get(record.topic()).decode(record) instanceof Decoded.Refused<?> refused
                ? "dead again, %s: %s"
                        .formatted(refused.letter().reason(), refused.letter().detail())
                : "accepted";
    }

    /** As the job would get it: the broker stamps it when it is sent. */
    private RawRecord raw(DeadLetter letter, byte[] value) {
        return new RawRecord(
                letter.getTopic(),
                letter.getPartition(),
                letter.getOffset(),
                clock.millis(),
                letter.getKey() == null ? null : bytes(letter.getKey()),
                value,
                letter.getAttempt() + 1);
    }

    /** Into the partition it came from, where its key's other events are. */
    private static ProducerRecord<byte[], byte[]> record(DeadLetter letter, RawRecord again) {
        var record = new ProducerRecord<>(again.topic(), again.partition(), again.key(), again.value());
        record.headers()
                .add(RawRecord.ATTEMPT_HEADER, ascii(Integer.toString(again.attempt())))
                .add(RawRecord.REPLAY_OF_HEADER, ascii(Position.of(letter).toString()));
        return record;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
