package vn.nhipcho.source;

import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;

/** Kafka sources of raw records: from a savepoint's offsets, or from the very beginning when there is none. */
public final class KafkaSources {
    private KafkaSources() {}

    /** Consumer group of a job; offsets are committed to it for people and lag monitors, never read back. */
    public static String group(String job) {
        return "nhip-cho-" + job;
    }

    public static KafkaSource<RawRecord> raw(KafkaConfig kafka, LostRecords lost, String topic, String group) {
        return builder(kafka, lost, topic, group).build();
    }

    /** Ends where the topic ends when the job starts. */
    public static KafkaSource<RawRecord> rawSoFar(KafkaConfig kafka, String topic, String group) {
        return builder(kafka, LostRecords.FAIL, topic, group)
                .setBounded(OffsetsInitializer.latest())
                .build();
    }

    private static KafkaSourceBuilder<RawRecord> builder(
            KafkaConfig kafka, LostRecords lost, String topic, String group) {
        return KafkaSource.<RawRecord>builder()
                .setProperties(kafka.properties())
                .setBootstrapServers(kafka.bootstrapServers())
                .setTopics(topic)
                .setGroupId(group)
                .setClientIdPrefix(group + "-" + topic)
                .setStartingOffsets(new FromTheBeginning(lost))
                .setProperty("isolation.level", "read_committed")
                .setProperty("allow.auto.create.topics", "false")
                .setProperty("partition.discovery.interval.ms", "60000")
                .setDeserializer(new RawRecordDeserializer());
    }
}
