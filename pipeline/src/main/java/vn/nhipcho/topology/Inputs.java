package vn.nhipcho.topology;

import java.util.function.Function;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import vn.nhipcho.config.JobConfig;
import vn.nhipcho.model.Topics;
import vn.nhipcho.source.KafkaConfig;
import vn.nhipcho.source.KafkaSources;
import vn.nhipcho.source.RawRecord;

/** The three topics of the marketplaces, as raw records. */
public record Inputs(DataStream<RawRecord> orders, DataStream<RawRecord> accounts, DataStream<RawRecord> listings) {

    public static Inputs ofKafka(StreamExecutionEnvironment env, JobConfig config, String job) {
        return of(env, topic -> KafkaSources.raw(config.kafka(), config.lostRecords(), topic, KafkaSources.group(job)));
    }

    /** Ends where the topics end when the job starts: for measuring, since a job that is to go on must not end. */
    public static Inputs soFar(StreamExecutionEnvironment env, KafkaConfig kafka, String job) {
        return of(env, topic -> KafkaSources.rawSoFar(kafka, topic, KafkaSources.group(job)));
    }

    private static Inputs of(StreamExecutionEnvironment env, Function<String, KafkaSource<RawRecord>> source) {
        return new Inputs(
                topic(env, source, Topics.ORDERS),
                topic(env, source, Topics.ACCOUNTS),
                topic(env, source, Topics.LISTINGS));
    }

    private static DataStream<RawRecord> topic(
            StreamExecutionEnvironment env, Function<String, KafkaSource<RawRecord>> source, String topic) {
        return env.fromSource(source.apply(topic), WatermarkStrategy.noWatermarks(), topic)
                .uid("source-" + topic);
    }
}
