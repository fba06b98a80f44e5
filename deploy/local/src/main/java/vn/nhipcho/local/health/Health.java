package vn.nhipcho.local.health;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import vn.nhipcho.clickhouse.ClickHouseConfig;
import vn.nhipcho.local.health.Finding.Remark;

/** Runs all checks at once, each in a thread of its own, so that one that hangs delays no answer beyond its limit. */
public final class Health implements AutoCloseable {
    private final List<HealthCheck> checks;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "health");
        thread.setDaemon(true);
        return thread;
    });

    /** What all checks found together. */
    public record Report(Map<String, Object> facts, List<Remark> problems, List<Remark> warnings) {
        public boolean isWell() {
            return problems.isEmpty();
        }
    }

    public Health(List<HealthCheck> checks) {
        this.checks = List.copyOf(checks);
    }

    /** Where ClickHouse is all that can be asked. */
    public static Health of(ClickHouseConfig clickhouse) {
        return new Health(List.of(new ClickHouseCheck(clickhouse)));
    }

    public Report report() throws InterruptedException {
        long deadline = System.nanoTime() + HealthCheck.ANSWER.toNanos();
        List<Future<Finding>> looking = new ArrayList<>();
        for (HealthCheck check : checks) {
            looking.add(threads.submit(check::look));
        }
        var facts = new LinkedHashMap<String, Object>();
        var problems = new ArrayList<Remark>();
        var warnings = new ArrayList<Remark>();
        for (int i = 0; i < checks.size(); i++) {
            Finding finding = await(checks.get(i), looking.get(i), deadline);
            facts.putAll(finding.facts());
            problems.addAll(finding.problems());
            warnings.addAll(finding.warnings());
        }
        return new Report(facts, problems, warnings);
    }

    private static Finding await(HealthCheck check, Future<Finding> looking, long deadline)
            throws InterruptedException {
        try {
            return looking.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            looking.cancel(true);
            return check.unanswered("no answer within " + HealthCheck.ANSWER.toSeconds() + " seconds");
        } catch (ExecutionException e) {
            return check.unanswered(String.valueOf(e.getCause().getMessage()));
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
