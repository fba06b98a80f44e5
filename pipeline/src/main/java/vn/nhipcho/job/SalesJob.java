package vn.nhipcho.job;

import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.ParameterTool;
import vn.nhipcho.config.JobConfig;
import vn.nhipcho.model.Jobs;
import vn.nhipcho.topology.Inputs;
import vn.nhipcho.topology.Outputs;
import vn.nhipcho.topology.SalesTopology;

/** The sales job: marketplace orders from Kafka to exact totals in ClickHouse. Runs on whatever cluster submits it. */
public final class SalesJob {
    private SalesJob() {}

    public static void main(String[] arguments) throws Exception {
        JobConfig config = JobConfig.of(ParameterTool.fromArgs(arguments), System.getenv());
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(JobSettings.of(config));
        define(env, config);
        env.execute(Jobs.SALES);
    }

    public static void define(StreamExecutionEnvironment env, JobConfig config) {
        SalesTopology.define(Inputs.ofKafka(env, config, Jobs.SALES), Outputs.of(config), config);
    }
}
