package vn.nhipcho.local.bench;

import java.util.List;
import java.util.Map;
import vn.nhipcho.local.Failure;
import vn.nhipcho.local.clickhouse.SqlRefused;
import vn.nhipcho.local.flink.FlinkJob;
import vn.nhipcho.local.run.Figures;
import vn.nhipcho.local.run.ProgressLine;
import vn.nhipcho.local.run.Stack;

/** Measures jobs, from their submission until all that is in Kafka can be queried in every table. */
final class EndToEnd {
    /** As fine as the figures are read; shorter, and the questions would take from what is measured. */
    private static final long POLL_MILLIS = 200;

    private final Measured measured;
    private final Stack stack;
    private final ProgressLine progress;
    private final Meter meter;
    private Double firstRow;

    private EndToEnd(Measured measured, Stack stack, ProgressLine progress) {
        this.measured = measured;
        this.stack = stack;
        this.progress = progress;
        this.meter = Meter.start(stack);
    }

    /** An event counts once, however many jobs read it. */
    static Measurement measure(Measured measured, List<FlinkJob> jobs, Stack stack, ProgressLine progress)
            throws InterruptedException, SqlRefused {
        var run = new EndToEnd(measured, stack, progress);
        jobs.forEach(job -> stack.start(job, Map.of()));
        run.untilTheLedgerCoversAll();
        run.untilTheOtherTablesHaveAll();
        Figures figures = run.look();
        return run.meter.stop(measured, figures.consumed(), run.firstRow);
    }

    private void untilTheLedgerCoversAll() throws InterruptedException, SqlRefused {
        long lag;
        do {
            pause();
            Figures figures = look();
            lag = stack.lag();
            progress.show("%s: %,d to go, %,d order lines".formatted(measured, lag, figures.lines()));
        } while (lag > 0);
    }

    /**
     * They are written side by side with the ledger and may be behind it. No barrier passes a table before the rows of the
     * checkpoint before are in, so the next complete checkpoint tells that they are.
     */
    private void untilTheOtherTablesHaveAll() throws InterruptedException {
        long completed = stack.completedCheckpoints();
        while (stack.completedCheckpoints() == completed) {
            pause();
        }
    }

    private Figures look() throws SqlRefused {
        Figures figures = Figures.read(stack.clickhouse());
        if (firstRow == null && figures.lines() > 0) {
            firstRow = meter.seconds();
        }
        return figures;
    }

    private void pause() throws InterruptedException {
        stack.failure().ifPresent(reason -> {
            throw new Failure(reason);
        });
        Thread.sleep(POLL_MILLIS);
    }
}
