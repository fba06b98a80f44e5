package vn.nhipcho.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.dag.Transformation;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.apache.flink.util.ParameterTool;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.nhipcho.config.JobConfig;
import vn.nhipcho.config.SellersJobConfig;
import vn.nhipcho.job.JobSettings;
import vn.nhipcho.job.SalesJob;
import vn.nhipcho.job.SellersJob;

/** The job graphs as Flink sees them; nothing is started. */
class JobGraphsTest {
    private static final ParameterTool ARGUMENTS = ParameterTool.fromMap(Map.of(
            "kafka", "localhost:9092",
            "registry", "http://localhost:8085",
            "clickhouse", "http://localhost:8123"));

    @ParameterizedTest
    @MethodSource("jobs")
    void everyOperatorHasAUidOfItsOwnAndNoTypeFallsBackToKryo(StreamExecutionEnvironment job, Set<String> some) {
        // Building the graph fails on a missing uid and on a generic type: both are switched off in the job's settings.
        var graph = job.getStreamGraph();

        Set<String> uids = new HashSet<>();
        for (StreamNode node : graph.getStreamNodes()) {
            assertThat(node.getTransformationUID()).as(node.getOperatorName()).isNotNull();
            assertThat(uids.add(node.getTransformationUID()))
                    .as("uid %s is used once", node.getTransformationUID())
                    .isTrue();
        }
        assertThat(uids).containsAll(some);
    }

    @ParameterizedTest
    @MethodSource("jobs")
    void stateIsKeyedForUpTo720Subtasks(StreamExecutionEnvironment job) {
        for (Transformation<?> step : job.getTransformations()) {
            assertThat(step.getMaxParallelism()).as(step.getName()).isIn(-1, 720);
        }
        assertThat(job.getMaxParallelism()).isEqualTo(720);
    }

    static List<Arguments> jobs() {
        var shared = JobConfig.of(ARGUMENTS, Map.of());
        var sales = StreamExecutionEnvironment.getExecutionEnvironment(JobSettings.of(shared));
        SalesJob.define(sales, shared);
        var sellers = StreamExecutionEnvironment.getExecutionEnvironment(JobSettings.of(shared));
        SellersJob.define(sellers, SellersJobConfig.of(ARGUMENTS, Map.of()));
        return List.of(
                Arguments.of(
                        sales,
                        Set.of(
                                OperatorId.SELLER_CONTEXT,
                                OperatorId.ORDER_LEDGER,
                                "total-" + OperatorId.SALES,
                                "total-" + OperatorId.SUCCESSES,
                                OperatorId.INGEST_LEDGER)),
                Arguments.of(sellers, Set.of(OperatorId.SELLERS, OperatorId.FEEDS, OperatorId.INGEST_LEDGER)));
    }
}
