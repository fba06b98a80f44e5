package vn.nhipcho.registry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/**
 * Encodes the events of one topic in the Confluent wire format. Registers the schema under {@code <topic>-value} when it
 * is built, unless it is there already, and holds the subject to {@code FULL_TRANSITIVE} compatibility. For one thread.
 */
public final class AvroEncoder<T extends SpecificRecord> {
    public static final String COMPATIBILITY = "FULL_TRANSITIVE";

    private final int schemaId;
    private final SpecificDatumWriter<T> writer;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    private BinaryEncoder encoder;

    /** @throws RegistryUnavailableException when the registry does not answer */
    public AvroEncoder(SchemaRegistryClient registry, String topic, Schema schema) {
        this(registry, topic, schema, Patience.NONE);
    }

    /** Waits for a registry that is away, as long as it takes: for what is to go on by itself when it is back. */
    public static <T extends SpecificRecord> AvroEncoder<T> patient(
            SchemaRegistryClient registry, String topic, Schema schema) {
        return new AvroEncoder<>(registry, topic, schema, new Patience(Backoff.DEFAULT, new Random()));
    }

    private AvroEncoder(SchemaRegistryClient registry, String topic, Schema schema, Patience patience) {
        String subject = topic + "-value";
        String who = "Encoding for " + topic;
        // Each step by itself: after a schema that was registered its compatibility must not be forgotten.
        this.schemaId = patience.ask(who, () -> registry.find(subject, schema)).orElseGet(() -> {
            int id = patience.ask(who, () -> registry.register(subject, schema));
            patience.ask(who, () -> {
                registry.setCompatibility(subject, COMPATIBILITY);
                return null;
            });
            return id;
        });
        this.writer = ConfluentWire.writer(schema);
    }

    public int schemaId() {
        return schemaId;
    }

    public byte[] encode(T event) {
        bytes.reset();
        bytes.writeBytes(ConfluentWire.header(schemaId));
        encoder = EncoderFactory.get().binaryEncoder(bytes, encoder);
        try {
            writer.write(event, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
