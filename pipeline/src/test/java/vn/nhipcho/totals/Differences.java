package vn.nhipcho.totals;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import vn.nhipcho.ledger.BusinessZone;
import vn.nhipcho.ledger.OrderChange;
import vn.nhipcho.model.Cell;
import vn.nhipcho.model.SalesMeasure;
import vn.nhipcho.model.SuccessMeasure;

/** Changed orders to the sums of their differences by cell, through {@link CombineDeltas} in Flink's harness. */
public final class Differences {
    private final OneInputStreamOperatorTestHarness<OrderChange, CellDelta> combine;
    private long checkpoint;

    private Differences(CombineDeltas operator) {
        try {
            combine = new OneInputStreamOperatorTestHarness<>(operator);
            combine.open();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public static Differences ofSales(BusinessZone zone) {
        return new Differences(new CombineDeltas(SalesMeasure.values().length, new Contribution(zone)::gatherSales));
    }

    public static Differences ofSuccesses(BusinessZone zone) {
        return new Differences(
                new CombineDeltas(SuccessMeasure.values().length, new Contribution(zone)::gatherSuccesses));
    }

    public void accept(OrderChange change) throws Exception {
        combine.processElement(new StreamRecord<>(change));
    }

    /** The sums by cell since the last call, without those that are zero. */
    public Map<Cell, List<Long>> take() {
        try {
            combine.prepareSnapshotPreBarrier(++checkpoint);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        Map<Cell, List<Long>> sums = new HashMap<>();
        for (CellDelta delta : combine.extractOutputValues()) {
            sums.put(delta.cell(), Arrays.stream(delta.difference()).boxed().toList());
        }
        combine.getOutput().clear();
        return sums;
    }
}
