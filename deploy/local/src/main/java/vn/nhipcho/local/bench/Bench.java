package vn.nhipcho.local.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.nhipcho.local.Failure;
import vn.nhipcho.local.WrongUse;
import vn.nhipcho.local.clickhouse.SqlRefused;
import vn.nhipcho.local.data.DataDirectory;
import vn.nhipcho.local.data.Deployment;
import vn.nhipcho.local.data.DirectoryLock;
import vn.nhipcho.local.engine.EngineSettings;
import vn.nhipcho.local.flink.FlinkJob;
import vn.nhipcho.local.flink.JobJar;
import vn.nhipcho.local.flink.LocalFlink;
import vn.nhipcho.local.flink.LocalFlinkSettings;
import vn.nhipcho.local.run.ProgressLine;
import vn.nhipcho.local.run.Stack;

/** Sends a season into engines of its own and measures, one after the other, what becomes of it. */
public final class Bench {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final EngineSettings ON_FREE_PORTS = new EngineSettings(null, null, null, 0, 0, 0);

    private final BenchSettings asked;
    private final PrintStream out;
    private final ProgressLine progress = ProgressLine.onStandardError();
    /** Null until it is measured. */
    private Measurement decodeOnly;

    public Bench(BenchSettings asked, PrintStream out) {
        this.asked = asked;
        this.out = out;
    }

    public void run() throws InterruptedException {
        DataDirectory directory = asked.directory();
        if (directory.isUsed()) {
            throw new WrongUse(
                    "--data-dir: %s is in use for other figures; give a new folder, or none for a temporary one"
                            .formatted(directory.root()));
        }
        try (DirectoryLock lock = DirectoryLock.tryAcquire(directory, "bench")
                .orElseThrow(() -> new WrongUse("--data-dir: %s is in use by %s; give a new folder"
                        .formatted(directory.root(), DirectoryLock.holder(directory))))) {
            var deployment = deployment();
            directory.save(deployment);
            progress.show("Starting the engines");
            LocalFlink flink = LocalFlink.start(directory, new LocalFlinkSettings(0, null, false));
            try (Stack stack = Stack.start(directory, ON_FREE_PORTS, () -> flink, deployment)) {
                directory.save(stack.running());
                measureWhileEnginesLive(stack, flink);
            } finally {
                directory.forgetRunningStack();
            }
        } catch (SqlRefused e) {
            throw new Failure("ClickHouse refused a question about the run", e);
        }
    }

    private Deployment deployment() {
        return new Deployment(
                Deployment.FORMAT,
                Deployment.DEFAULT_ZONE,
                Deployment.DEFAULT_CURRENCY,
                Instant.now().toString(),
                asked.seed(),
                true,
                List.of());
    }

    private void measureWhileEnginesLive(Stack stack, LocalFlink flink) throws InterruptedException, SqlRefused {
        stack.onEngineFailure(Thread.currentThread()::interrupt);
        try {
            measure(stack, flink);
        } catch (InterruptedException | RuntimeException e) {
            stack.engineFailure().ifPresent(reason -> {
                throw new Failure(reason);
            });
            throw e;
        }
    }

    private void measure(Stack stack, LocalFlink flink) throws InterruptedException, SqlRefused {
        if (asked.wants(Measured.GROWTH)) {
            Growth.measure(asked, stack, flink, progress).forEach(this::print);
            return;
        }
        // The others need its events.
        Measurement sent = SendSeason.measure(stack, asked, progress);
        if (asked.wants(Measured.IMPORT)) {
            print(sent);
        }
        if (asked.wants(Measured.DECODE_ONLY)) {
            decodeOnly = DecodeOnly.measure(stack, flink, progress);
            print(decodeOnly);
        }
        if (asked.wants(Measured.SALES_DISCARD)) {
            print(compared(SalesDiscard.measure(stack, flink, progress)));
        }
        if (asked.wantsAnyOf(Measured.BOTH_JOBS, Measured.END_TO_END, Measured.FRESHNESS)) {
            // A first round, as above: it would measure how the JVM compiles the jobs.
            bothJobs(stack, flink);
        }
        if (asked.wants(Measured.BOTH_JOBS)) {
            print(compared(bothJobs(stack, flink)));
        }
        if (asked.wantsAnyOf(
                Measured.END_TO_END,
                Measured.FRESHNESS,
                Measured.STATE,
                Measured.CLICKHOUSE_TOTALS,
                Measured.SALES_TOTALS,
                Measured.SALES_FLINK_SQL)) {
            measureSales(stack, flink);
        }
    }

    /** From empty tables and state, which it leaves behind too. */
    private Measurement bothJobs(Stack stack, LocalFlink flink) throws InterruptedException, SqlRefused {
        var both = List.of(FlinkJob.SALES, FlinkJob.SELLERS);
        Measurement measurement = EndToEnd.measure(Measured.BOTH_JOBS, both, stack, progress);
        StartOver.after(both, stack, flink);
        return measurement;
    }

    /** What needs a sales job that has read all, and what needs the state and the facts that it leaves. */
    private void measureSales(Stack stack, LocalFlink flink) throws InterruptedException, SqlRefused {
        TotalsAlone totals = null;
        TotalsAlone flinkSql = null;
        Measurement endToEnd =
                compared(EndToEnd.measure(Measured.END_TO_END, List.of(FlinkJob.SALES), stack, progress));
        if (asked.wants(Measured.END_TO_END)) {
            print(endToEnd);
        }
        if (asked.wants(Measured.FRESHNESS)) {
            double rate = endToEnd.events() / endToEnd.seconds();
            FreshnessRun.measure(stack, asked, rate, progress).forEach(this::print);
        }
        stack.endJobs();
        if (asked.wants(Measured.STATE)) {
            print(State.of(flink.keyedState(FlinkJob.SALES), stack.clickhouse()));
        }
        if (asked.wants(Measured.CLICKHOUSE_TOTALS)) {
            print(compared(ClickHouseTotals.measure(stack, progress)));
        }
        if (asked.wants(Measured.SALES_TOTALS)) {
            totals = TotalsAlone.bySales(stack, flink, progress);
            print(decodeOnly == null ? totals : totals.comparedWith(decodeOnly));
        }
        if (asked.wants(Measured.SALES_FLINK_SQL)) {
            flinkSql = TotalsAlone.byFlinkSql(stack, flink, progress);
            print(decodeOnly == null ? flinkSql : flinkSql.comparedWith(decodeOnly));
        }
        if (asked.only().isEmpty()) {
            print(Summary.of(
                    decodeOnly,
                    endToEnd,
                    totals.measurement(),
                    flinkSql.measurement(),
                    peakMemory(stack),
                    jobJarBytes(),
                    Load.now()));
        }
    }

    private Measurement compared(Measurement measurement) {
        return decodeOnly == null ? measurement : measurement.comparedWith(decodeOnly);
    }

    private static Map<String, Long> peakMemory(Stack stack) {
        Map<String, Long> peaks = new HashMap<>();
        Meter.processes(stack).forEach((name, pid) -> PeakMemory.of(pid).ifPresent(bytes -> peaks.put(name, bytes)));
        return peaks;
    }

    private static long jobJarBytes() {
        try {
            return Files.size(JobJar.find());
        } catch (IOException e) {
            throw new Failure("The job jar cannot be read", e);
        }
    }

    private void print(Object measurement) {
        progress.clear();
        try {
            out.println(JSON.writeValueAsString(measurement));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
