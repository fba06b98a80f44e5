package vn.nhipcho.local.flink;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.nhipcho.local.Failure;
import vn.nhipcho.local.data.DataDirectory;
import vn.nhipcho.local.data.JsonFile;

/**
 * A Flink that runs elsewhere, reached by REST. The job outlives a killed {@code up}, and the next one takes it over;
 * where checkpoints and savepoints go is that cluster's configuration.
 */
public final class RemoteFlink implements JobCluster {
    private static final Duration CANCEL = Duration.ofMinutes(2);
    static final Set<String> ENDED = Set.of("FINISHED", "FAILED", "CANCELED");

    private final FlinkRest rest;
    private final DataDirectory directory;
    private final Path jar;

    private RemoteFlink(FlinkRest rest, DataDirectory directory, Path jar) {
        this.rest = rest;
        this.directory = directory;
        this.jar = jar;
    }

    public static RemoteFlink at(String url, DataDirectory directory) {
        var rest = new FlinkRest(url);
        rest.get("/overview");
        return new RemoteFlink(rest, directory, JobJar.find());
    }

    /** The last job that was started from this data directory. */
    record LastJob(String flink, String id, Map<String, String> arguments, String savepoint) {
        LastJob stoppedAt(String point) {
            return new LastJob(flink, id, arguments, point);
        }
    }

    @Override
    public String url() {
        return rest.url();
    }

    @Override
    public RunningJob start(FlinkJob which, Map<String, String> arguments) {
        Path jobFile = directory.job(which.jobName()).root().resolve("elsewhere.json");
        Optional<LastJob> last =
                JsonFile.read(jobFile, LastJob.class).filter(job -> job.flink().equals(rest.url()));
        if (last.isPresent() && isRunning(last.get().id())) {
            if (last.get().arguments().equals(arguments)) {
                return new RemoteJob(rest, last.get(), jobFile, Optional.of("where it is: it was still running"));
            }
            // Its engines have moved; it would look for them at their old addresses for ever.
            rest.patch("/jobs/" + last.get().id() + "?mode=cancel");
            awaitEnd(last.get().id());
        }
        Optional<String> from = last.flatMap(this::restorePoint);
        var job = new LastJob(rest.url(), run(which, arguments, from), arguments, from.orElse(null));
        JsonFile.write(jobFile, job);
        return new RemoteJob(rest, job, jobFile, from);
    }

    /** Until then it may complete one more checkpoint, and the new job would go on from an older one. */
    private void awaitEnd(String id) {
        long deadline = System.nanoTime() + CANCEL.toNanos();
        while (isRunning(id)) {
            if (System.nanoTime() > deadline) {
                throw new Failure("Flink did not cancel job " + id + " within " + CANCEL.toSeconds()
                        + " s: cancel it by hand and start again");
            }
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Failure("Interrupted while Flink was cancelling a job");
            }
        }
    }

    private boolean isRunning(String id) {
        return state(id).filter(state -> !ENDED.contains(state)).isPresent();
    }

    private Optional<String> state(String id) {
        for (JsonNode job : rest.get("/jobs").path("jobs")) {
            if (job.path("id").asText().equals(id)) {
                return Optional.of(job.path("status").asText());
            }
        }
        return Optional.empty();
    }

    /** What the cluster remembers is newer than what was noted: a job that failed goes on from its last checkpoint. */
    private Optional<String> restorePoint(LastJob last) {
        if (state(last.id()).filter(state -> !state.equals("FINISHED")).isPresent()) {
            JsonNode checkpoint = rest.get("/jobs/" + last.id() + "/checkpoints")
                    .path("latest")
                    .path("completed")
                    .path("external_path");
            if (checkpoint.isTextual()) {
                return Optional.of(checkpoint.asText());
            }
        }
        return Optional.ofNullable(last.savepoint());
    }

    private String run(FlinkJob which, Map<String, String> arguments, Optional<String> from) {
        String path =
                rest.upload("/jars/upload", "jarfile", jar).path("filename").asText();
        String jarId = path.substring(path.lastIndexOf('/') + 1);
        List<String> words = new ArrayList<>();
        arguments.forEach((key, value) -> words.addAll(List.of("--" + key, value)));
        Map<String, Object> body = new HashMap<>();
        body.put("entryClass", which.main().getName());
        body.put("programArgsList", words);
        from.ifPresent(point -> body.put("savepointPath", point));
        try {
            return rest.post("/jars/" + jarId + "/run", body).path("jobid").asText();
        } finally {
            rest.delete("/jars/" + jarId);
        }
    }

    @Override
    public void close() {
        // It is not ours to end.
    }
}
