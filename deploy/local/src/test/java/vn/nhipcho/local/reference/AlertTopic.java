package vn.nhipcho.local.reference;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import vn.nhipcho.embedded.kafka.EmbeddedKafka;
import vn.nhipcho.event.SellerAlert;
import vn.nhipcho.model.Topics;

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
        return AvroTopic.read(kafka, Topics.ALERTS, SellerAlert.getClassSchema());
    }
}
