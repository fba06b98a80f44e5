package vn.nhipcho.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.nhipcho.embedded.kafka.EmbeddedKafka;
import vn.nhipcho.model.Topics;

/** A job that stood still for longer than its topic keeps records. */
class LostRecordsIT {
    private static final TopicPartition PARTITION = new TopicPartition(Topics.ORDERS, 0);
    private static volatile CountDownLatch toRead;

    @TempDir
    Path folder;

    @Test
    @Timeout(180)
    void aJobWhoseNextRecordsAreGoneFailsAndGoesOnOnlyWhenItIsTold() throws Exception {
        try (var kafka = EmbeddedKafka.start(folder.resolve("kafka"), 0)) {
            KafkaConfig config = KafkaConfig.of(kafka.bootstrapServers());
            KafkaTopics.ensure(config, 1);
            send(config, 4);
            String savepoint = readAndStop(config, 4);
            send(config, 4);
            forgetBefore(config, 6);

            assertThatThrownBy(() -> goOn(config, LostRecords.FAIL, savepoint))
                    .hasRootCauseInstanceOf(OffsetOutOfRangeException.class)
                    .rootCause()
                    .hasMessageContaining("offset=4")
                    .hasMessageContaining("is out of range for partition " + PARTITION);

            assertThat(goOn(config, LostRecords.SKIP, savepoint)).containsExactly(6L, 7L);
        }
    }

    private String readAndStop(KafkaConfig config, int records) throws Exception {
        toRead = new CountDownLatch(records);
        var env = StreamExecutionEnvironment.getExecutionEnvironment(new Configuration());
        offsets(env, config, LostRecords.FAIL)
                .map(offset -> {
                    toRead.countDown();
                    return offset;
                })
                .returns(Types.LONG)
                .sinkTo(new DiscardingSink<>());
        var job = env.executeAsync();
        toRead.await();
        return job.stopWithSavepoint(false, folder.toUri().toString(), SavepointFormatType.CANONICAL)
                .get(60, TimeUnit.SECONDS);
    }

    private static List<Long> goOn(KafkaConfig config, LostRecords lost, String savepoint) throws Exception {
        var settings = new Configuration();
        settings.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint);
        settings.set(StateRecoveryOptions.SAVEPOINT_IGNORE_UNCLAIMED_STATE, true);
        return offsets(StreamExecutionEnvironment.getExecutionEnvironment(settings), config, lost)
                .executeAndCollect(2);
    }

    private static DataStream<Long> offsets(StreamExecutionEnvironment env, KafkaConfig config, LostRecords lost) {
        env.setParallelism(1);
        return env.fromSource(
                        KafkaSources.raw(config, lost, Topics.ORDERS, "test"),
                        WatermarkStrategy.noWatermarks(),
                        "orders")
                .uid("orders")
                .map(RawRecord::offset)
                .returns(Types.LONG)
                .uid("offsets");
    }

    private static void send(KafkaConfig config, int records) throws Exception {
        try (var producer =
                new KafkaProducer<>(config.properties(), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < records; i++) {
                producer.send(new ProducerRecord<>(Topics.ORDERS, 0, null, new byte[] {0}))
                        .get();
            }
        }
    }

    private static void forgetBefore(KafkaConfig config, long offset) throws Exception {
        try (var admin = Admin.create(config.properties())) {
            admin.deleteRecords(Map.of(PARTITION, RecordsToDelete.beforeOffset(offset)))
                    .all()
                    .get(30, TimeUnit.SECONDS);
        }
    }
}
