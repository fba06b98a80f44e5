package vn.nhipcho.importer;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import vn.nhipcho.deadletter.DeadLetters;
import vn.nhipcho.event.DeadLetter;
import vn.nhipcho.model.Topics;
import vn.nhipcho.registry.AvroEncoder;
import vn.nhipcho.registry.SchemaRegistryClient;

/**
 * Publishes to Kafka in the Confluent wire format, idempotently and in large compressed batches. Waits while Kafka or the
 * registry is away. For one thread.
 */
public final class KafkaEventPublisher implements EventPublisher {
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(20);

    private final Producer<byte[], byte[]> producer;
    private final SchemaRegistryClient registry;
    private final InstantSource clock;
    private final Map<String, AvroEncoder<SpecificRecord>> encoders = new HashMap<>();
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    /** @param kafka connection settings: bootstrap servers, and security where there is one */
    public KafkaEventPublisher(Map<String, Object> kafka, SchemaRegistryClient registry, InstantSource clock) {
        this(producer(kafka), registry, clock);
    }

    KafkaEventPublisher(Producer<byte[], byte[]> producer, SchemaRegistryClient registry, InstantSource clock) {
        this.producer = producer;
        this.registry = registry;
        this.clock = clock;
    }

    private static Producer<byte[], byte[]> producer(Map<String, Object> kafka) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 20);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024);
        // While Kafka is away an import waits, as the job does; whoever has enough of that interrupts it.
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, Long.MAX_VALUE);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @Override
    public void publish(ImportedEvent event) {
        send(event.topic(), event.key(), event.event());
    }

    @Override
    public void publish(RejectedLine line) {
        DeadLetter letter = DeadLetters.toAvro(line.at(clock.instant()));
        send(Topics.DEAD_LETTERS, letter.getTopic(), letter);
    }

    @Override
    public void flush() {
        producer.flush();
        failOnEarlierError();
    }

    @Override
    public void close() {
        // What is not acknowledged by then is sent again by the next run.
        producer.close(LONGEST_CLOSE);
    }

    private void send(String topic, String key, SpecificRecord event) {
        failOnEarlierError();
        byte[] value = encoders.computeIfAbsent(topic, name -> AvroEncoder.patient(registry, name, event.getSchema()))
                .encode(event);
        var record = new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), value);
        producer.send(record, (metadata, error) -> {
            if (error != null) {
                failure.compareAndSet(null, error);
            }
        });
    }

    private void failOnEarlierError() {
        var error = failure.get();
        if (error != null) {
            throw new IllegalStateException("Kafka did not take an event: " + error.getMessage(), error);
        }
    }
}
