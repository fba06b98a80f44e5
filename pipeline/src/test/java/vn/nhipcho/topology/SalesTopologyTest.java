package vn.nhipcho.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.dag.Transformation;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.apache.flink.util.ParameterTool;
import org.junit.jupiter.api.Test;
import vn.nhipcho.config.SalesJobConfig;
import vn.nhipcho.job.SalesJob;

/** The job graph as Flink sees it; nothing is started. */
class SalesTopologyTest {
    private static final SalesJobConfig CONFIG = SalesJobConfig.of(
            ParameterTool.fromMap(Map.of(
                    "kafka", "localhost:9092",
                    "registry", "http://localhost:8085",
                    "clickhouse", "http://localhost:8123")),
            Map.of());

    @Test
    void everyOperatorHasAUidOfItsOwnAndNoTypeFallsBackToKryo() {
        // Building the graph fails on a missing uid and on a generic type: both are switched off in the job's settings.
        var graph = defined().getStreamGraph();

        Set<String> uids = new HashSet<>();
        for (StreamNode node : graph.getStreamNodes()) {
            assertThat(node.getTransformationUID()).as(node.getOperatorName()).isNotNull();
            assertThat(uids.add(node.getTransformationUID()))
                    .as("uid %s is used once", node.getTransformationUID())
                    .isTrue();
        }
        assertThat(uids)
                .contains(
                        OperatorId.SELLER_CONTEXT,
                        OperatorId.ORDER_LEDGER,
                        "total-" + OperatorId.SALES,
                        "total-" + OperatorId.SUCCESSES,
                        OperatorId.INGEST_LEDGER);
    }

    @Test
    void stateIsKeyedForUpTo720Subtasks() {
        for (Transformation<?> step : defined().getTransformations()) {
            assertThat(step.getMaxParallelism()).as(step.getName()).isIn(-1, 720);
        }
        assertThat(defined().getMaxParallelism()).isEqualTo(720);
    }

    private static StreamExecutionEnvironment defined() {
        var env = StreamExecutionEnvironment.getExecutionEnvironment(SalesJob.settings(CONFIG));
        SalesJob.define(env, CONFIG);
        return env;
    }
}
