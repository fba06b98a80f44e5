package vn.nhipcho.local.run;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import vn.nhipcho.local.flink.FlinkJob;
import vn.nhipcho.local.flink.JobCluster.RunningJob;
import vn.nhipcho.local.health.JobsCheck;

/** The jobs of a stack, looked after as one: it is as far as its slowest job, and fails with the first that does. */
final class RunningJobs {
    private static final String RUNNING = "RUNNING";

    private final Map<FlinkJob, RunningJob> jobs = new ConcurrentSkipListMap<>();

    void add(FlinkJob which, RunningJob job) {
        jobs.put(which, job);
    }

    Set<String> names() {
        return jobs.keySet().stream().map(FlinkJob::jobName).collect(Collectors.toSet());
    }

    long completedCheckpoints() {
        return jobs.values().stream()
                .mapToLong(RunningJob::completedCheckpoints)
                .min()
                .orElse(0);
    }

    /** Where each went on from, by job; those that began at the beginning are not in it. */
    Map<String, String> restoredFrom() {
        var points = new LinkedHashMap<String, String>();
        jobs.forEach((which, job) -> job.restoredFrom().ifPresent(point -> points.put(which.jobName(), point)));
        return points;
    }

    /** Flink's words for the states that are worth telling; empty while all run. */
    Optional<String> state() {
        String states = jobs.entrySet().stream()
                .map(job -> job.getKey().jobName() + ' ' + job.getValue().status())
                .filter(state -> !state.endsWith(' ' + RUNNING))
                .collect(Collectors.joining(", "));
        return Optional.of(states).filter(text -> !text.isEmpty());
    }

    /** For whoever asks how they are, in a thread of its own. */
    Map<String, JobsCheck.State> health() {
        var states = new LinkedHashMap<String, JobsCheck.State>();
        jobs.forEach((which, job) -> states.put(
                which.jobName(), new JobsCheck.State(job.status(), job.startedAt(), job.newestCheckpoint())));
        return states;
    }

    Optional<String> failure() {
        for (var job : jobs.entrySet()) {
            Optional<String> reason = job.getValue().failure();
            if (reason.isPresent()) {
                return Optional.of("The job " + job.getKey().jobName() + " failed: " + reason.get());
            }
        }
        return Optional.empty();
    }

    /** @return false when one could not make a savepoint */
    CompletableFuture<Boolean> stop() {
        var stopping = jobs.values().stream()
                .map(job -> CompletableFuture.supplyAsync(job::stop))
                .toList();
        return CompletableFuture.allOf(stopping.toArray(CompletableFuture[]::new))
                .thenApply(done -> stopping.stream().allMatch(CompletableFuture::join));
    }

    /** After they have been stopped: they are no longer waited for. */
    void forget() {
        jobs.clear();
    }

    void abandon() {
        jobs.values().forEach(RunningJob::abandon);
    }
}
