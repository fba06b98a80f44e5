package vn.nhipcho.local.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.avro.Schema;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import vn.nhipcho.local.deadletter.WholeTopic;
import vn.nhipcho.registry.ConfluentWire;
import vn.nhipcho.registry.GeneratedClasses;

/** What a reader of a topic that the product writes has got; asks no registry, since this build wrote it. */
public final class AvroTopic {
    private AvroTopic() {}

    /** Every record that was committed; those of one partition in their order. */
    public static <T extends SpecificRecord> List<T> read(Properties kafka, String topic, Schema schema) {
        GeneratedClasses.trust();
        var reader = new SpecificDatumReader<T>(schema);
        var records = new ArrayList<T>();
        WholeTopic.read(kafka, topic, record -> records.add(decode(reader, record.value())));
        return records;
    }

    private static <T> T decode(SpecificDatumReader<T> reader, byte[] value) {
        int header = ConfluentWire.HEADER_BYTES;
        try {
            return reader.read(null, DecoderFactory.get().binaryDecoder(value, header, value.length - header, null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
