package vn.nhipcho.local.flink;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.metrics.prometheus.PrometheusReporterFactory;
import vn.nhipcho.local.data.DataDirectory;

/**
 * How Flink is set up on one machine; what the job itself needs is in {@link vn.nhipcho.job.JobSettings}.
 *
 * @param port of the web UI and REST, on the loopback; 0: any free one
 * @param metricsPort where Prometheus can read metrics; null: nowhere
 * @param takesJars whether jobs may be submitted by REST; off, since whoever may submit a jar may run any code
 */
public record LocalFlinkSettings(int port, Integer metricsPort, boolean takesJars) {
    static final String LOOPBACK = "127.0.0.1";
    static final int PARALLELISM = 2;
    /** Room for both jobs, the sales job and the sellers job. */
    static final int SLOTS = 2 * PARALLELISM;

    /** Of the job's settings, those that differ on one machine: its heap of 1.5 GiB holds the buffers of all tables. */
    public static final Map<String, String> JOB_DEFAULTS = Map.of("clickhouse-buffer", "32mb");

    public static final MemorySize NETWORK_MEMORY = MemorySize.ofMebiBytes(64);

    /** Two newer ones may be broken by a power cut and there is still one to go on from. */
    private static final int CHECKPOINTS_KEPT = 3;

    Configuration toConfiguration(DataDirectory directory) {
        var flink = new Configuration();
        web(flink);
        checkpoints(flink, directory);
        memory(flink, directory);
        metrics(flink);
        flink.set(CoreOptions.DEFAULT_PARALLELISM, PARALLELISM);
        flink.set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
        flink.set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_INITIAL_BACKOFF, Duration.ofSeconds(1));
        flink.set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF, Duration.ofSeconds(30));
        return flink;
    }

    private void web(Configuration flink) {
        // Left alone, the server that hands out job files would listen to the whole network.
        flink.set(JobManagerOptions.BIND_HOST, LOOPBACK);
        flink.set(RestOptions.ADDRESS, LOOPBACK);
        flink.set(RestOptions.BIND_ADDRESS, LOOPBACK);
        flink.set(RestOptions.PORT, port);
        flink.set(RestOptions.BIND_PORT, Integer.toString(port));
        flink.set(WebOptions.SUBMIT_ENABLE, takesJars);
    }

    private static void checkpoints(Configuration flink, DataDirectory directory) {
        // For jobs that come by REST; those that are started here keep theirs each in a folder of its own.
        Path folder = directory.root().resolve("flink");
        flink.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, FlinkPath.of(folder.resolve("checkpoints")));
        flink.set(CheckpointingOptions.SAVEPOINT_DIRECTORY, FlinkPath.of(folder.resolve("savepoints")));
        flink.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
        flink.set(CheckpointingOptions.MAX_RETAINED_CHECKPOINTS, CHECKPOINTS_KEPT);
    }

    private static void memory(Configuration flink, DataDirectory directory) {
        flink.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(768));
        flink.set(TaskManagerOptions.NETWORK_MEMORY_MIN, NETWORK_MEMORY);
        flink.set(TaskManagerOptions.NETWORK_MEMORY_MAX, NETWORK_MEMORY);
        flink.set(CoreOptions.TMP_DIRS, directory.flinkScratch().toString());
    }

    private void metrics(Configuration flink) {
        if (metricsPort != null) {
            flink.setString("metrics.reporter.prom.factory.class", PrometheusReporterFactory.class.getName());
            flink.setString("metrics.reporter.prom.port", metricsPort.toString());
        }
    }
}
