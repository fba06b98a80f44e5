package vn.nhipcho.deadletter;

import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.serialization.SerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import vn.nhipcho.event.DeadLetter;
import vn.nhipcho.model.Topics;
import vn.nhipcho.registry.AvroEncoder;
import vn.nhipcho.registry.RegistryConfig;
import vn.nhipcho.registry.SchemaRegistryClient;

/** Writes what was rejected to {@code market.dead-letters.v1}, keyed by the topic it came from. */
public final class DeadLetterSerializer implements KafkaRecordSerializationSchema<Rejected> {
    private final RegistryConfig registry;
    private transient AvroEncoder<DeadLetter> encoder;

    public DeadLetterSerializer(RegistryConfig registry) {
        this.registry = registry;
    }

    @Override
    public void open(SerializationSchema.InitializationContext context, KafkaSinkContext sinkContext) {
        encoder = AvroEncoder.patient(
                new SchemaRegistryClient(registry), Topics.DEAD_LETTERS, DeadLetter.getClassSchema());
    }

    @Override
    public ProducerRecord<byte[], byte[]> serialize(Rejected rejected, KafkaSinkContext context, Long timestamp) {
        byte[] key = rejected.topic().getBytes(StandardCharsets.UTF_8);
        return new ProducerRecord<>(Topics.DEAD_LETTERS, key, encoder.encode(DeadLetters.toAvro(rejected)));
    }
}
