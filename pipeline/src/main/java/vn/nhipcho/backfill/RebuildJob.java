package vn.nhipcho.backfill;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import vn.nhipcho.clickhouse.ClickHouseConfig;
import vn.nhipcho.clickhouse.Deployment;
import vn.nhipcho.clickhouse.ShadowEvents;
import vn.nhipcho.config.JobConfig;
import vn.nhipcho.job.JobSettings;
import vn.nhipcho.model.Topics;
import vn.nhipcho.registry.RegistryConfig;
import vn.nhipcho.source.LostRecords;
import vn.nhipcho.source.RawRecord;
import vn.nhipcho.topology.Inputs;
import vn.nhipcho.topology.Outputs;
import vn.nhipcho.topology.SalesTopology;

/**
 * The sales job as it is, over the shadow events and into the shadow tables; ends by itself. It has no Kafka, and the
 * schemas of the registry are its own.
 */
public final class RebuildJob {
    public static final String NAME = "rebuild";
    /** Nobody waits for the figures in between; longer, and the writers of a quick machine would fill. */
    private static final Duration CHECKPOINTS = Duration.ofSeconds(3);

    private final JobConfig config;

    public RebuildJob(ClickHouseConfig clickhouse, RegistryConfig registry, Deployment deployment) {
        this.config = new JobConfig(
                null, registry, clickhouse, deployment.zone(), deployment.currency(), CHECKPOINTS, LostRecords.FAIL);
    }

    public Configuration settings() {
        Configuration settings = JobSettings.of(config);
        // It is started anew from nothing more simply than it is mended.
        settings.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        return settings;
    }

    public void define(StreamExecutionEnvironment env) {
        DataStream<RawRecord> records = env.fromData(
                        IntStream.range(0, ShadowEvents.SLICES).boxed().toList())
                .uid("slices")
                .rebalance()
                .flatMap(new ReadEvents(
                        config.clickhouse(), config.registry(), Instant.now().toEpochMilli()))
                .returns(TypeInformation.of(RawRecord.class))
                .uid("read-events")
                .name("read events");
        var in = new Inputs(of(records, Topics.ORDERS), of(records, Topics.ACCOUNTS), of(records, Topics.LISTINGS));
        SalesTopology.define(in, Outputs.ofShadow(config.clickhouse()), config);
    }

    private static DataStream<RawRecord> of(DataStream<RawRecord> records, String topic) {
        return records.filter(record -> record.topic().equals(topic)).uid("only-" + topic);
    }
}
