package vn.nhipcho.local.flink;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nhipcho.local.Failure;
import vn.nhipcho.local.data.JsonFile;
import vn.nhipcho.local.flink.RemoteFlink.LastJob;

/** A job on a Flink elsewhere. */
final class RemoteJob implements JobCluster.RunningJob {
    private static final Logger LOG = LoggerFactory.getLogger(RemoteJob.class);
    private static final Duration SAVEPOINT = Duration.ofMinutes(10);

    private final FlinkRest rest;
    private final LastJob job;
    private final String id;
    private final Path jobFile;
    private final Optional<String> restoredFrom;

    RemoteJob(FlinkRest rest, LastJob job, Path jobFile, Optional<String> restoredFrom) {
        this.rest = rest;
        this.job = job;
        this.id = job.id();
        this.jobFile = jobFile;
        this.restoredFrom = restoredFrom;
    }

    @Override
    public Optional<String> restoredFrom() {
        return restoredFrom;
    }

    @Override
    public String status() {
        return rest.get("/jobs/" + id).path("state").asText();
    }

    @Override
    public Instant startedAt() {
        return Instant.ofEpochMilli(rest.get("/jobs/" + id).path("start-time").asLong());
    }

    @Override
    public long completedCheckpoints() {
        return rest.get("/jobs/" + id + "/checkpoints")
                .path("counts")
                .path("completed")
                .asLong();
    }

    @Override
    public Optional<Instant> newestCheckpoint() {
        JsonNode newest =
                rest.get("/jobs/" + id + "/checkpoints").path("latest").path("completed");
        return newest.hasNonNull("latest_ack_timestamp")
                ? Optional.of(
                        Instant.ofEpochMilli(newest.get("latest_ack_timestamp").asLong()))
                : Optional.empty();
    }

    @Override
    public Optional<String> failure() {
        try {
            String status = status();
            if (!RemoteFlink.ENDED.contains(status)) {
                return Optional.empty();
            }
            String reason = rest.get("/jobs/" + id + "/exceptions")
                    .path("root-exception")
                    .asText("");
            return Optional.of(
                    status + reason.lines().findFirst().map(line -> ", " + line).orElse(""));
        } catch (Failure noAnswer) {
            // A Flink that does not answer has not said that the job failed; status() tells that it does not answer.
            return Optional.empty();
        }
    }

    @Override
    public boolean stop() {
        Patience patience = Patience.of(LocalJob.UNTIL_TASKS_RUN);
        while (!RemoteFlink.ENDED.contains(status())) {
            try {
                stopWithSavepoint();
                return true;
            } catch (Failure e) {
                if (!patience.pause()) {
                    // A cluster without a savepoint folder cannot do it; its last checkpoint is kept and does as well.
                    LOG.warn("no savepoint at the stop; the next run goes on from the last checkpoint", e);
                    cancel();
                    return false;
                }
            }
        }
        return false;
    }

    @Override
    public void abandon() {
        try {
            cancel();
        } catch (Failure e) {
            LOG.warn("the job could not be cancelled; the next run tries again", e);
        }
    }

    private void cancel() {
        rest.patch("/jobs/" + id + "?mode=cancel");
    }

    private void stopWithSavepoint() {
        String request = rest.post("/jobs/" + id + "/stop", Map.of("drain", false))
                .path("request-id")
                .asText();
        JsonFile.write(jobFile, job.stoppedAt(awaitSavepoint(request)));
        Patience patience = Patience.of(SAVEPOINT);
        while (!RemoteFlink.ENDED.contains(status()) && patience.pause()) {
            // The job ends by itself once ClickHouse has what the savepoint covers.
        }
    }

    private String awaitSavepoint(String request) {
        Patience patience = Patience.of(SAVEPOINT);
        do {
            JsonNode answer = rest.get("/jobs/" + id + "/savepoints/" + request);
            if (answer.path("status").path("id").asText().equals("COMPLETED")) {
                JsonNode location = answer.path("operation").path("location");
                if (location.isTextual()) {
                    return location.asText();
                }
                throw new Failure("Flink could not make a savepoint: "
                        + answer.path("operation")
                                .path("failure-cause")
                                .path("class")
                                .asText());
            }
        } while (patience.pause());
        throw new Failure("Flink did not make a savepoint within " + SAVEPOINT.toMinutes() + " minutes");
    }
}
