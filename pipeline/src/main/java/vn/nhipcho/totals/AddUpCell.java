package vn.nhipcho.totals;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import vn.nhipcho.model.AttemptStart;
import vn.nhipcho.model.Cell;
import vn.nhipcho.model.CellRow;

/** Adds differences to the cell they belong to and sends the cell's row. The state of a cell does not expire. */
final class AddUpCell extends KeyedProcessFunction<Cell, CellDelta, CellRow> {
    private static final ValueStateDescriptor<TotalState> TOTAL =
            new ValueStateDescriptor<>("total", TotalStateSerializer.INSTANCE);

    private final AttemptStart start;
    private transient ValueState<TotalState> total;
    private transient long attemptStart;

    AddUpCell(AttemptStart start) {
        this.start = start;
    }

    @Override
    public void open(OpenContext context) throws Exception {
        total = getRuntimeContext().getState(TOTAL);
        attemptStart = start.read();
    }

    @Override
    public void processElement(CellDelta delta, Context context, Collector<CellRow> out) throws Exception {
        TotalState before = total.value();
        long[] sums = delta.difference().clone();
        if (before != null) {
            // State of a release with fewer measures is shorter: what it did not count is 0.
            Cells.addAll(sums, before.measures());
        }
        long version = AttemptStart.next(before == null ? 0 : before.version(), attemptStart);
        total.update(new TotalState(sums, version));
        out.collect(new CellRow(delta.cell(), sums, version, Cells.isZero(sums)));
    }
}
