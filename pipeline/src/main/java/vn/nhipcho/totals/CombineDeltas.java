package vn.nhipcho.totals;

import java.io.Serializable;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import vn.nhipcho.ledger.OrderChange;

/**
 * Turns changed orders into differences by cell and combines those of many orders before the shuffle. Holds no state:
 * what is gathered leaves before each checkpoint barrier, so a checkpoint never misses any of it.
 */
final class CombineDeltas extends AbstractStreamOperator<CellDelta>
        implements OneInputStreamOperator<OrderChange, CellDelta>, BoundedOneInput {
    /** Enough for the cells of a busy day in every grouping set; about 4 MB. */
    private static final int MOST_CELLS = 20_000;

    /** Adds the net difference of a changed order. */
    @FunctionalInterface
    interface Gatherer extends Serializable {
        void gather(OrderChange change, Cells into);
    }

    private final int measures;
    private final Gatherer gatherer;
    private transient Cells gathered;

    CombineDeltas(int measures, Gatherer gatherer) {
        this.measures = measures;
        this.gatherer = gatherer;
    }

    @Override
    public void open() throws Exception {
        super.open();
        gathered = new Cells(measures);
    }

    @Override
    public void processElement(StreamRecord<OrderChange> element) {
        gatherer.gather(element.getValue(), gathered);
        if (gathered.size() >= MOST_CELLS) {
            send();
        }
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) {
        send();
    }

    @Override
    public void endInput() {
        send();
    }

    private void send() {
        gathered.drain((cell, difference) -> output.collect(new StreamRecord<>(new CellDelta(cell, difference))));
    }
}
