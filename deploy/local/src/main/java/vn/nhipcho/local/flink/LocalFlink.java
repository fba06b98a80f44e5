package vn.nhipcho.local.flink;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.client.JobExecutionException;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.jobgraph.SavepointRestoreSettings;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.runtime.minicluster.RpcServiceSharing;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nhipcho.local.Failure;
import vn.nhipcho.local.data.DataDirectory;
import vn.nhipcho.local.data.JobFolder;

/** Flink's MiniCluster in this JVM, with the web UI; its state rests in the data directory. */
public final class LocalFlink implements JobCluster {
    private static final Logger LOG = LoggerFactory.getLogger(LocalFlink.class);
    private static final Duration STOP = Duration.ofSeconds(30);

    private final MiniCluster cluster;
    private final Configuration configuration;
    private final DataDirectory directory;
    private final String url;

    private LocalFlink(MiniCluster cluster, Configuration configuration, DataDirectory directory, String url) {
        this.cluster = cluster;
        this.configuration = configuration;
        this.directory = directory;
        this.url = url;
    }

    public static LocalFlink start(DataDirectory directory, LocalFlinkSettings settings) {
        RestorePoints.delete(directory.flinkScratch());
        Configuration configuration = settings.toConfiguration(directory);
        var cluster = new MiniCluster(new MiniClusterConfiguration.Builder()
                .setConfiguration(configuration)
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(LocalFlinkSettings.SLOTS)
                .setRpcServiceSharing(RpcServiceSharing.SHARED)
                .build());
        try {
            cluster.start();
            String url = "http://" + LocalFlinkSettings.LOOPBACK + ":"
                    + cluster.getRestAddress().get().getPort();
            return new LocalFlink(cluster, configuration, directory, url);
        } catch (Exception e) {
            cluster.closeAsync();
            throw new Failure("Flink did not start; see " + directory.logs(), e);
        }
    }

    @Override
    public String url() {
        return url;
    }

    @Override
    public RunningJob start(FlinkJob which, Map<String, String> arguments) {
        JobFolder folder = directory.job(which.jobName());
        RestorePoints left = RestorePoints.in(folder);
        left.broken().forEach(point -> LOG.warn("{} is not whole and is passed over", point));
        Optional<RestorePoint> from = left.newest();
        JobGraph graph = graph(which, arguments, folder);
        from.ifPresent(point ->
                graph.setSavepointRestoreSettings(SavepointRestoreSettings.forPath(FlinkPath.of(point.folder()))));
        try {
            cluster.submitJob(graph).get();
        } catch (Exception e) {
            throw new Failure("Flink did not take the job " + which.jobName() + "; see " + directory.logs(), e);
        }
        var job = new LocalJob(cluster, graph.getJobID(), folder, from.map(RestorePoint::folder));
        job.deleteOlderPointsOnceOwnIsComplete();
        return job;
    }

    /** Deletes what a job that was stopped has kept, so that its next run begins at the beginning. */
    public void forget(FlinkJob which) {
        RestorePoints.delete(directory.job(which.jobName()).root());
    }

    /** Bytes of keyed state by uid, in the newest checkpoint or savepoint of a job. */
    public Map<String, Long> keyedState(FlinkJob which) {
        return RestorePoints.in(directory.job(which.jobName()))
                .newest()
                .map(RestorePoint::keyedState)
                .orElse(Map.of());
    }

    /** Runs a job that ends by itself, and waits for it. */
    public JobExecutionResult run(
            String name, Configuration jobSettings, Consumer<StreamExecutionEnvironment> definition)
            throws InterruptedException {
        try {
            return cluster.executeJobBlocking(graph(name, jobSettings, definition));
        } catch (JobExecutionException e) {
            throw new Failure("The job " + name + " failed: " + RootCause.of(e));
        }
    }

    private JobGraph graph(FlinkJob which, Map<String, String> arguments, JobFolder folder) {
        Map<String, String> local = new HashMap<>(LocalFlinkSettings.JOB_DEFAULTS);
        local.putAll(arguments);
        Configuration settings = which.settings(local);
        settings.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, FlinkPath.of(folder.checkpoints()));
        return graph(which.jobName(), settings, environment -> which.define(environment, local));
    }

    private JobGraph graph(String name, Configuration jobSettings, Consumer<StreamExecutionEnvironment> definition) {
        var settings = new Configuration(configuration);
        settings.addAll(jobSettings);
        var environment = StreamExecutionEnvironment.getExecutionEnvironment(settings);
        definition.accept(environment);
        StreamGraph graph = environment.getStreamGraph();
        graph.setJobName(name);
        return graph.getJobGraph();
    }

    @Override
    public void close() {
        try {
            cluster.closeAsync().get(STOP.toSeconds(), TimeUnit.SECONDS);
            RestorePoints.delete(directory.flinkScratch());
        } catch (Exception e) {
            // What counts is on disk already, and the process is about to end.
            LOG.warn("Flink did not close in an orderly way", e);
        }
    }
}
