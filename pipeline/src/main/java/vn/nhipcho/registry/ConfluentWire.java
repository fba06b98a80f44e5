package vn.nhipcho.registry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/** The Confluent wire format: a zero byte, the writer schema's id as four bytes (big-endian), then Avro binary. */
public final class ConfluentWire {
    public static final int HEADER_BYTES = 5;
    private static final byte MAGIC = 0;

    static {
        GeneratedClasses.trust();
    }

    private ConfluentWire() {}

    /** Whether the value is long enough for the header and begins with the magic byte. */
    public static boolean isFramed(byte[] value) {
        return value.length >= HEADER_BYTES && value[0] == MAGIC;
    }

    /** The writer schema's id of a framed value. */
    public static int schemaId(byte[] value) {
        return ByteBuffer.wrap(value).getInt(1);
    }

    public static byte[] encode(int schemaId, SpecificRecord event) {
        var bytes = new ByteArrayOutputStream(256);
        bytes.writeBytes(header(schemaId));
        try {
            BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
            ConfluentWire.<SpecificRecord>writer(event.getSchema()).write(event, encoder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] header(int schemaId) {
        return ByteBuffer.allocate(HEADER_BYTES).put(MAGIC).putInt(schemaId).array();
    }

    static <T extends SpecificRecord> SpecificDatumWriter<T> writer(Schema schema) {
        return new SpecificDatumWriter<>(schema, SpecificData.getForSchema(schema));
    }
}
