package vn.nhipcho.topology;

import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import vn.nhipcho.model.Topics;
import vn.nhipcho.source.KafkaConfig;
import vn.nhipcho.source.KafkaSources;
import vn.nhipcho.source.RawRecord;

/** The three topics of the marketplaces, as raw records. */
public record Inputs(DataStream<RawRecord> orders, DataStream<RawRecord> accounts, DataStream<RawRecord> listings) {

    public static Inputs ofKafka(StreamExecutionEnvironment env, KafkaConfig kafka, String job) {
        return new Inputs(
                topic(env, kafka, job, Topics.ORDERS),
                topic(env, kafka, job, Topics.ACCOUNTS),
                topic(env, kafka, job, Topics.LISTINGS));
    }

    private static DataStream<RawRecord> topic(
            StreamExecutionEnvironment env, KafkaConfig kafka, String job, String topic) {
        return env.fromSource(
                        KafkaSources.raw(kafka, topic, KafkaSources.group(job)),
                        WatermarkStrategy.noWatermarks(),
                        topic)
                .uid("source-" + topic);
    }
}
