package vn.nhipcho.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhipcho.embedded.kafka.EmbeddedKafka;
import vn.nhipcho.model.Topics;

class KafkaSourcesIT {
    @TempDir
    static Path dir;

    private static EmbeddedKafka kafka;
    private static KafkaConfig config;

    @BeforeAll
    static void start() throws Exception {
        kafka = EmbeddedKafka.start(dir, 0);
        config = KafkaConfig.of(kafka.bootstrapServers());
        assertThat(KafkaTopics.ensure(config, 2)).hasSize(5);
    }

    @AfterAll
    static void stop() throws IOException {
        kafka.close();
    }

    @Test
    void createsOnlyTheTopicsThatAreMissing() throws Exception {
        try (var admin = Admin.create(config.properties())) {
            admin.deleteTopics(List.of(Topics.ALERTS)).all().get(30, TimeUnit.SECONDS);
            assertThat(KafkaTopics.ensure(config, 2)).containsExactly(Topics.ALERTS);
            assertThat(KafkaTopics.ensure(config, 7)).isEmpty();
            assertThat(admin.describeTopics(List.of(Topics.ORDERS, Topics.ALERTS))
                            .allTopicNames()
                            .get(30, TimeUnit.SECONDS)
                            .values())
                    .allSatisfy(topic -> assertThat(topic.partitions()).hasSize(2));
        }
    }

    @Test
    void keepsDataForEverAndDeadLettersForSevenDays() throws Exception {
        assertThat(settings(Topics.ORDERS))
                .containsEntry("retention.ms", "-1")
                .containsEntry("message.timestamp.type", "LogAppendTime");
        assertThat(settings(Topics.DEAD_LETTERS))
                .containsEntry("retention.ms", Long.toString(Duration.ofDays(7).toMillis()));
    }

    @Test
    void saysWhichTopicsAreStampedByTheirProducersOrForget() throws Exception {
        assertThat(KafkaTopics.remarks(config)).isEmpty();

        set(Topics.ACCOUNTS, "message.timestamp.type", "CreateTime");
        set(Topics.ACCOUNTS, "retention.ms", "86400000");

        assertThat(KafkaTopics.remarks(config))
                .satisfiesExactly(
                        stamp -> assertThat(stamp)
                                .startsWith(Topics.ACCOUNTS + ": records are stamped by their producers (CreateTime)")
                                .endsWith("set message.timestamp.type=LogAppendTime"),
                        retention -> assertThat(retention)
                                .startsWith(Topics.ACCOUNTS + ": records are deleted after PT24H")
                                .contains("deploy/RUNBOOK.md#records-deleted-before-they-were-read"));
        set(Topics.ACCOUNTS, "message.timestamp.type", "LogAppendTime");
        set(Topics.ACCOUNTS, "retention.ms", "-1");
    }

    private static void set(String topic, String name, String value) throws Exception {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        var change = new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
        try (var admin = Admin.create(config.properties())) {
            admin.incrementalAlterConfigs(Map.of(resource, List.of(change)))
                    .all()
                    .get(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void saysWhatToChangeWhereTransactionsMayNotLastAsLongAsTheyMust() throws Exception {
        assertThat(KafkaTransactions.problem(config, Duration.ofDays(7))).isEmpty();
        assertThat(KafkaTransactions.problem(config, Duration.ofDays(8)))
                .hasValueSatisfying(problem -> assertThat(problem)
                        .startsWith("Kafka at " + kafka.bootstrapServers() + " allows transactions of PT168H,")
                        .endsWith("set transaction.max.timeout.ms=691200000 on its brokers"));
    }

    @Test
    void readsEveryRecordFromTheBeginningWhateverItHolds() throws Exception {
        long before = System.currentTimeMillis();
        byte[] bytes = {0, 1, 2};
        try (var producer =
                new KafkaProducer<>(config.properties(), new ByteArraySerializer(), new ByteArraySerializer())) {
            send(producer, bytes, bytes, null);
            send(producer, null, bytes, "3");
            send(producer, bytes, null, "three");
            send(producer, bytes, new byte[0], "99999999999999999999");
        }
        var records = read(4);
        assertThat(records).extracting(RawRecord::offset).containsExactly(0L, 1L, 2L, 3L);
        assertThat(records).extracting(RawRecord::attempt).containsExactly(1, 3, 1, 1);
        assertThat(records).extracting(RawRecord::key).containsExactly(bytes, null, bytes, bytes);
        assertThat(records).extracting(RawRecord::value).containsExactly(bytes, bytes, null, new byte[0]);
        assertThat(records).allSatisfy(record -> {
            assertThat(record.topic()).isEqualTo(Topics.LISTINGS);
            assertThat(record.partition()).isEqualTo(1);
            // The producer claimed 1970; the broker's stamp is what counts.
            assertThat(record.timestamp()).isBetween(before, System.currentTimeMillis());
        });
    }

    private static void send(KafkaProducer<byte[], byte[]> producer, byte[] key, byte[] value, String attempt) {
        var record = new ProducerRecord<>(Topics.LISTINGS, 1, 1_000L, key, value);
        if (attempt != null) {
            record.headers().add(RawRecord.ATTEMPT_HEADER, attempt.getBytes(StandardCharsets.UTF_8));
        }
        producer.send(record);
    }

    private static List<RawRecord> read(int count) throws Exception {
        var flink = new Configuration();
        flink.set(PipelineOptions.GENERIC_TYPES, false);
        var source = KafkaSources.raw(config, LostRecords.FAIL, Topics.LISTINGS, KafkaSources.group("test"));
        return StreamExecutionEnvironment.getExecutionEnvironment(flink)
                .fromSource(source, WatermarkStrategy.noWatermarks(), "listings")
                .executeAndCollect(count)
                .stream()
                .sorted(Comparator.comparingLong(RawRecord::offset))
                .toList();
    }

    private static Map<String, String> settings(String topic) throws Exception {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try (var admin = Admin.create(config.properties())) {
            return admin
                    .describeConfigs(List.of(resource))
                    .all()
                    .get(30, TimeUnit.SECONDS)
                    .get(resource)
                    .entries()
                    .stream()
                    .filter(entry -> entry.value() != null)
                    .collect(Collectors.toMap(entry -> entry.name(), entry -> entry.value()));
        }
    }
}
