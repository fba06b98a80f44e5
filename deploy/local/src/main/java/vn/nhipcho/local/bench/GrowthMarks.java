package vn.nhipcho.local.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.accumulators.ListAccumulator;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import vn.nhipcho.source.RawRecord;

/**
 * Passes the records on and measures each window of the plan from its first record to the one behind its last. What is on its
 * way to the steps behind is a few thousand records at either end.
 */
final class GrowthMarks extends RichMapFunction<RawRecord, RawRecord> {
    private static final long serialVersionUID = 1L;
    private static final String MEASURED = "measured";

    private final List<GrowthPlan.Window> windows;
    private final String scratch;
    private final ListAccumulator<Growth> measured = new ListAccumulator<>();
    private transient Meter meter;
    private transient long place;
    private transient int window;

    /** @param scratch where Flink keeps its working files */
    GrowthMarks(GrowthPlan plan, Path scratch) {
        this.windows = List.copyOf(plan.windows());
        this.scratch = scratch.toString();
    }

    static List<Growth> measured(JobExecutionResult result) {
        return result.getAccumulatorResult(MEASURED);
    }

    @Override
    public void open(OpenContext context) {
        getRuntimeContext().addAccumulator(MEASURED, measured);
    }

    @Override
    public RawRecord map(RawRecord record) {
        GrowthPlan.Window current = windows.get(window);
        if (place == current.start()) {
            meter = Meter.ofThisCommand();
        }
        place++;
        if (place == current.end()) {
            measured.add(measure(current));
            window++;
        }
        return record;
    }

    /** Told at once too: the next size may be an hour away. */
    private Growth measure(GrowthPlan.Window current) {
        long bytes = StateOnDisk.bytes(Path.of(scratch));
        var growth = new Growth(
                meter.stop(Measured.GROWTH, current.length(), null),
                current.orders(),
                current.updates(),
                bytes,
                Math.round(10.0 * bytes / current.orders()) / 10.0);
        System.err.printf(
                Locale.ROOT,
                "%,d orders, %s updated: %.1f CPU s a million events, %.1f bytes an order%n",
                growth.orders(),
                growth.updates(),
                growth.measurement().cpuSecondsPerMillionEvents(),
                growth.bytesPerOrder());
        return growth;
    }
}
