package vn.nhipcho.local.reference;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import vn.nhipcho.embedded.kafka.EmbeddedKafka;
import vn.nhipcho.event.SellerAlert;
import vn.nhipcho.model.Topics;
import vn.nhipcho.registry.ConfluentWire;
import vn.nhipcho.registry.GeneratedClasses;

/** What a reader of {@code market.alerts.v1} has got, from the Kafka of a data directory at rest. */
final class AlertTopic {
    private static final Duration POLL = Duration.ofMillis(500);

    private AlertTopic() {}

    /** Every transition that was committed; those of one alert in the order they were sent. */
    static List<SellerAlert> read(Path dataDir) throws IOException {
        try (var kafka = EmbeddedKafka.start(dataDir.resolve("kafka"), 0)) {
            var properties = new Properties();
            properties.setProperty("bootstrap.servers", kafka.bootstrapServers());
            properties.setProperty("isolation.level", "read_committed");
            return read(properties);
        }
    }

    private static List<SellerAlert> read(Properties properties) throws IOException {
        GeneratedClasses.trust();
        var reader = new SpecificDatumReader<SellerAlert>(SellerAlert.getClassSchema());
        var alerts = new ArrayList<SellerAlert>();
        try (var consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.ALERTS).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            // Up to the last stable offset: what is in an open transaction was not sent.
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (var record : consumer.poll(POLL)) {
                    byte[] value = record.value();
                    alerts.add(reader.read(
                            null,
                            DecoderFactory.get()
                                    .binaryDecoder(
                                            value,
                                            ConfluentWire.HEADER_BYTES,
                                            value.length - ConfluentWire.HEADER_BYTES,
                                            null)));
                }
            }
        }
        return alerts;
    }
}
