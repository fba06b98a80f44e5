package vn.nhipcho.registry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
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

    public AvroEncoder(SchemaRegistryClient registry, String topic, Schema schema) {
        String subject = topic + "-value";
        this.schemaId = registry.find(subject, schema).orElseGet(() -> {
            int id = registry.register(subject, schema);
            registry.setCompatibility(subject, COMPATIBILITY);
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
