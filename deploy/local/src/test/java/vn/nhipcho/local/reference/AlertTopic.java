package vn.nhipcho.local.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import vn.nhipcho.embedded.kafka.EmbeddedKafka;
import vn.nhipcho.event.SellerAlert;
import vn.nhipcho.local.deadletter.WholeTopic;
import vn.nhipcho.model.Topics;
import vn.nhipcho.registry.ConfluentWire;
import vn.nhipcho.registry.GeneratedClasses;

/** What a reader of {@code market.alerts.v1} has got. */
public final class AlertTopic {
    private AlertTopic() {}

    /** From the Kafka of a data directory at rest. */
    static List<SellerAlert> read(Path dataDir) throws IOException {
        try (var kafka = EmbeddedKafka.start(dataDir.resolve("kafka"), 0)) {
            var properties = new Properties();
            properties.setProperty("bootstrap.servers", kafka.bootstrapServers());
            return read(properties);
        }
    }

    /** Every transition that was committed; those of one alert in the order they were sent. */
    public static List<SellerAlert> read(Properties kafka) {
        GeneratedClasses.trust();
        var reader = new SpecificDatumReader<SellerAlert>(SellerAlert.getClassSchema());
        var alerts = new ArrayList<SellerAlert>();
        WholeTopic.read(kafka, Topics.ALERTS, record -> alerts.add(decode(reader, record.value())));
        return alerts;
    }

    private static SellerAlert decode(SpecificDatumReader<SellerAlert> reader, byte[] value) {
        int header = ConfluentWire.HEADER_BYTES;
        try {
            return reader.read(null, DecoderFactory.get().binaryDecoder(value, header, value.length - header, null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
