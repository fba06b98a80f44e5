package vn.nhipcho.job;

import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.ParameterTool;
import vn.nhipcho.config.SellersJobConfig;
import vn.nhipcho.model.Jobs;
import vn.nhipcho.topology.Inputs;
import vn.nhipcho.topology.SellersOutputs;
import vn.nhipcho.topology.SellersTopology;

/** The sellers job: what became of each seller, and who needs a telephone call. Runs on whatever cluster submits it. */
public final class SellersJob {
    private SellersJob() {}

    public static void main(String[] arguments) throws Exception {
        SellersJobConfig config = SellersJobConfig.of(ParameterTool.fromArgs(arguments), System.getenv());
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.getExecutionEnvironment(JobSettings.of(config.shared()));
        define(env, config);
        env.execute(Jobs.SELLERS);
    }

    public static void define(StreamExecutionEnvironment env, SellersJobConfig config) {
        SellersTopology.define(Inputs.ofKafka(env, config.shared(), Jobs.SELLERS), SellersOutputs.of(config), config);
    }
}
