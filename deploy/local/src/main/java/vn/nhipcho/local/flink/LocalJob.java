package vn.nhipcho.local.flink;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.JobID;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.checkpoint.CheckpointStatsSnapshot;
import org.apache.flink.runtime.jobmaster.JobResult;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nhipcho.local.Failure;
import vn.nhipcho.local.data.JobFolder;

/** A job in the MiniCluster. */
final class LocalJob implements JobCluster.RunningJob {
    private static final Logger LOG = LoggerFactory.getLogger(LocalJob.class);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final Duration SAVEPOINT = Duration.ofMinutes(2);
    /** A job that was started a moment ago cannot make a savepoint yet. */
    static final Duration UNTIL_TASKS_RUN = Duration.ofSeconds(20);

    private static final Duration POLL = Duration.ofMillis(500);

    private final MiniCluster cluster;
    private final JobID id;
    private final JobFolder folder;
    private final Optional<Path> restoredFrom;
    private final CompletableFuture<JobResult> result;
    private final Instant startedAt = Instant.now();

    LocalJob(MiniCluster cluster, JobID id, JobFolder folder, Optional<Path> restoredFrom) {
        this.cluster = cluster;
        this.id = id;
        this.folder = folder;
        this.restoredFrom = restoredFrom;
        this.result = cluster.requestJobResult(id);
    }

    @Override
    public Optional<String> restoredFrom() {
        return restoredFrom.map(
                point -> folder.root().getParent().relativize(point).toString());
    }

    @Override
    public String status() {
        try {
            return cluster.getJobStatus(id)
                    .get(ANSWER.toSeconds(), TimeUnit.SECONDS)
                    .name();
        } catch (Exception gone) {
            return "UNKNOWN";
        }
    }

    @Override
    public Instant startedAt() {
        return startedAt;
    }

    @Override
    public Optional<String> failure() {
        if (!result.isDone()) {
            return Optional.empty();
        }
        if (result.isCompletedExceptionally()) {
            return Optional.of("Flink lost the job");
        }
        return Optional.of(result.join()
                .getSerializedThrowable()
                .map(cause -> RootCause.of(cause.deserializeError(LocalJob.class.getClassLoader())))
                .orElse("it ended as " + result.join().getApplicationStatus()));
    }

    @Override
    public boolean stop() {
        Patience patience = Patience.of(UNTIL_TASKS_RUN);
        while (!result.isDone()) {
            try {
                stopWithSavepoint();
                return true;
            } catch (Exception e) {
                if (!patience.pause()) {
                    // Its last checkpoint stays, so the next run goes on from there as after a kill.
                    LOG.warn("no savepoint at the stop; the next run goes on from the last checkpoint", e);
                    return false;
                }
            }
        }
        return false;
    }

    @Override
    public void abandon() {
        // It ends with this process.
    }

    private void stopWithSavepoint() throws Exception {
        String savepoint = cluster.stopWithSavepoint(
                        id, FlinkPath.of(folder.savepoints()), false, SavepointFormatType.NATIVE)
                .get(SAVEPOINT.toSeconds(), TimeUnit.SECONDS);
        result.get(SAVEPOINT.toSeconds(), TimeUnit.SECONDS);
        LOG.info("stopped with savepoint {}", savepoint);
    }

    /** Until then the point it came from is the only one; afterwards nothing refers to it. */
    void deleteOlderPointsOnceOwnIsComplete() {
        var leftovers = RestorePoints.leftByOtherRuns(folder, id.toString());
        if (leftovers.isEmpty()) {
            return;
        }
        Thread thread = new Thread(
                () -> {
                    if (awaitOwnCheckpoint()) {
                        leftovers.forEach(RestorePoints::delete);
                    }
                },
                "delete-older-checkpoints");
        thread.setDaemon(true);
        thread.start();
    }

    private boolean awaitOwnCheckpoint() {
        try {
            while (!result.isDone()) {
                if (completedCheckpoints() > 0) {
                    return true;
                }
                Thread.sleep(POLL.toMillis());
            }
        } catch (Exception unknown) {
            LOG.warn("older checkpoints are left to the next run", unknown);
        }
        return false;
    }

    @Override
    public long completedCheckpoints() {
        return checkpoints()
                .map(all -> all.getCounts().getNumberOfCompletedCheckpoints())
                .orElse(0L);
    }

    @Override
    public Optional<Instant> newestCheckpoint() {
        return checkpoints()
                .map(all -> all.getHistory().getLatestCompletedCheckpoint())
                .map(checkpoint -> Instant.ofEpochMilli(checkpoint.getLatestAckTimestamp()));
    }

    private Optional<CheckpointStatsSnapshot> checkpoints() {
        try {
            return Optional.ofNullable(cluster.getExecutionGraph(id)
                    .get(ANSWER.toSeconds(), TimeUnit.SECONDS)
                    .getCheckpointStatsSnapshot());
        } catch (Exception e) {
            throw new Failure("Flink does not tell the checkpoints of the job", e);
        }
    }
}
