package vn.nhipcho.local.health;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import vn.nhipcho.local.health.Finding.Remark;

/** Whether the jobs run and complete checkpoints: what is in no checkpoint cannot be queried. */
public final class JobsCheck implements HealthCheck {
    /** Far beyond what a checkpoint takes on a slow storage, and soon enough for a person. */
    static final Duration OLD = Duration.ofMinutes(5);

    private final Supplier<Map<String, State>> jobs;
    private final InstantSource clock;

    /**
     * @param status Flink's word for it
     * @param startedAt when this run began
     * @param newestCheckpoint when this run completed its newest one; empty before the first
     */
    public record State(String status, Instant startedAt, Optional<Instant> newestCheckpoint) {
        private Duration withoutCheckpoint(Instant now) {
            return Duration.between(newestCheckpoint.orElse(startedAt), now);
        }
    }

    /** @param jobs asks Flink, by the job's name */
    public JobsCheck(Supplier<Map<String, State>> jobs, InstantSource clock) {
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public Finding look() {
        var statuses = new LinkedHashMap<String, Object>();
        var ages = new LinkedHashMap<String, Object>();
        List<Remark> problems = new ArrayList<>();
        jobs.get().forEach((job, state) -> {
            statuses.put(job, state.status());
            Duration age = state.withoutCheckpoint(clock.instant());
            ages.put(job, state.newestCheckpoint().isEmpty() ? null : age.toMillis() / 1000.0);
            if (!state.status().equals("RUNNING")) {
                problems.add(new Remark(
                        "The job " + job + " is " + state.status(), "see deploy/RUNBOOK.md#a-job-does-not-run"));
            } else if (age.compareTo(OLD) > 0) {
                problems.add(new Remark(
                        "The job %s has completed no checkpoint for %d seconds".formatted(job, age.toSeconds()),
                        "see deploy/RUNBOOK.md#no-checkpoint-completes"));
            }
        });
        if (statuses.isEmpty()) {
            problems.add(new Remark("No job runs yet", "wait: they are being started"));
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("jobs", statuses);
        facts.put("newest_checkpoint_age_seconds", ages);
        return new Finding(facts, problems, List.of());
    }

    @Override
    public Finding unanswered(String reason) {
        return Finding.problem(
                Map.of(), "Flink does not answer: " + reason, "see deploy/RUNBOOK.md#a-job-does-not-run");
    }
}
