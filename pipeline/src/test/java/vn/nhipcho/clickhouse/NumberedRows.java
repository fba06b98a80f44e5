package vn.nhipcho.clickhouse;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import vn.nhipcho.model.CellRow;
import vn.nhipcho.model.SalesMeasure;

/**
 * Makes a row of each number, about a thousand a second, and notes where each checkpoint stood. Row {@code i} has version
 * {@code i + 1}; its shipping tells the attempt that wrote it. Can fail once, in the middle between two checkpoints.
 */
final class NumberedRows extends RichMapFunction<Long, CellRow> implements CheckpointedFunction, CheckpointListener {
    static final int KEYS = 50;

    private static final Set<Long> POSITIONS = ConcurrentHashMap.newKeySet();
    private static final Set<Integer> ATTEMPTS = new ConcurrentSkipListSet<>();
    private static volatile long restored;
    private static volatile int failAfter;

    private transient ListState<Long> state;
    private long position;
    private int completed;
    private int rowsSinceCompletion;

    static void reset() {
        POSITIONS.clear();
        POSITIONS.add(0L);
        ATTEMPTS.clear();
        restored = 0;
        failAfter = Integer.MAX_VALUE;
    }

    static void failAfterCheckpoints(int checkpoints) {
        failAfter = checkpoints;
    }

    static Set<Long> positionsOfCheckpoints() {
        return POSITIONS;
    }

    static int attempts() {
        return ATTEMPTS.size();
    }

    static long restoredPosition() {
        return restored;
    }

    @Override
    public CellRow map(Long number) throws Exception {
        int attempt = getRuntimeContext().getTaskInfo().getAttemptNumber();
        ATTEMPTS.add(attempt);
        if (attempt == 0 && completed >= failAfter && ++rowsSinceCompletion > 20) {
            throw new IllegalStateException("fails on purpose");
        }
        Thread.sleep(1);
        position = number + 1;
        CellRow row = CellRows.cell((int) (number % KEYS), number, position);
        row.measures()[SalesMeasure.SHIPPING.ordinal()] = attempt == 0 ? 100 : 200;
        return row;
    }

    @Override
    public void notifyCheckpointComplete(long checkpointId) {
        completed++;
        rowsSinceCompletion = 0;
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        POSITIONS.add(position);
        restored = getRuntimeContext().getTaskInfo().getAttemptNumber() == 0 ? position : restored;
        state.update(List.of(position));
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        state = context.getOperatorStateStore().getListState(new ListStateDescriptor<>("position", Long.class));
        for (Long last : state.get()) {
            position = last;
            restored = last;
        }
    }
}
