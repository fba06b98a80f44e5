package vn.nhipcho.embedded.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.IntegerDeserializer;
import org.apache.kafka.common.serialization.IntegerSerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaIT {
    private static final TopicPartition PARTITION = new TopicPartition("market.test.v1", 0);

    @TempDir
    Path dir;

    @Test
    void keepsEverythingAcknowledgedOverKillAndRestart() throws Exception {
        try (var kafka = EmbeddedKafka.start(dir, 0)) {
            createTopic(kafka);
            assertThat(produce(kafka, 0, 1_000)).isEqualTo(1_000);
            kill(kafka);
        }
        try (var kafka = EmbeddedKafka.start(dir, 0)) {
            assertThat(consume(kafka, 1_000)).hasSize(1_000).startsWith(0).endsWith(999);
            assertThat(produce(kafka, 1_000, 500)).isEqualTo(500);
        }
        try (var kafka = EmbeddedKafka.start(dir, 0)) {
            assertThat(consume(kafka, 1_500)).hasSize(1_500).isSorted().doesNotHaveDuplicates();
        }
    }

    @Test
    void losesNothingAcknowledgedWhenKilledWhileItWrites() throws Exception {
        int acknowledged;
        try (var kafka = EmbeddedKafka.start(dir, 0)) {
            createTopic(kafka);
            acknowledged = produceUntilKilled(kafka);
        }
        try (var kafka = EmbeddedKafka.start(dir, 0)) {
            assertThat(consume(kafka, acknowledged).subList(0, acknowledged))
                    .isSorted()
                    .doesNotHaveDuplicates()
                    .endsWith(acknowledged - 1);
        }
    }

    @Test
    void saysWhichPortIsTaken() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(() -> EmbeddedKafka.start(dir, taken.getLocalPort()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("port " + taken.getLocalPort() + " is taken")
                    .hasMessageContaining("--kafka-port");
        }
    }

    @Test
    void refusesASecondBrokerOnTheSameDirectory() throws Exception {
        try (var first = EmbeddedKafka.start(dir, 0)) {
            assertThat(first.bootstrapServers()).startsWith("127.0.0.1:");
            assertThatThrownBy(() -> EmbeddedKafka.start(dir, 0))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("lock");
        }
    }

    private static void createTopic(EmbeddedKafka kafka) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(PARTITION.topic(), 1, (short) 1)))
                    .all()
                    .get(30, TimeUnit.SECONDS);
        }
    }

    private static void kill(EmbeddedKafka kafka) throws Exception {
        ProcessHandle.of(kafka.pid()).orElseThrow().destroyForcibly();
        kafka.onExit().get(10, TimeUnit.SECONDS);
    }

    private static int produce(EmbeddedKafka kafka, int first, int count) throws Exception {
        try (var producer = producer(kafka)) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                sent.add(producer.send(new ProducerRecord<>(PARTITION.topic(), "k", first + i)));
            }
            for (var one : sent) {
                one.get(30, TimeUnit.SECONDS);
            }
            return sent.size();
        }
    }

    /** Kills the broker when 2,000 records are acknowledged and more are on their way; tells how many were in the end. */
    private static int produceUntilKilled(EmbeddedKafka kafka) throws Exception {
        var acknowledged = new ArrayList<Integer>();
        try (var producer = producer(kafka)) {
            int next = 0;
            while (acknowledged.size() < 2_000) {
                int number = next++;
                producer.send(new ProducerRecord<>(PARTITION.topic(), "k", number), (metadata, failure) -> {
                    if (failure == null) {
                        synchronized (acknowledged) {
                            acknowledged.add(number);
                        }
                    }
                });
            }
            kill(kafka);
            producer.close(Duration.ZERO);
        }
        return acknowledged.size();
    }

    private static KafkaProducer<String, Integer> producer(EmbeddedKafka kafka) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "max.block.ms", 5_000),
                new StringSerializer(),
                new IntegerSerializer());
    }

    private static List<Integer> consume(EmbeddedKafka kafka, int atLeast) {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers()),
                new StringDeserializer(),
                new IntegerDeserializer())) {
            consumer.assign(List.of(PARTITION));
            consumer.seekToBeginning(List.of(PARTITION));
            List<Integer> values = new ArrayList<>();
            long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (values.size() < atLeast && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
            }
            return values;
        }
    }
}
