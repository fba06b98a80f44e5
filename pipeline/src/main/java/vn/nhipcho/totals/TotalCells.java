package vn.nhipcho.totals;

import org.apache.flink.streaming.api.datastream.DataStream;
import vn.nhipcho.ledger.BusinessZone;
import vn.nhipcho.ledger.OrderChange;
import vn.nhipcho.model.AttemptStart;
import vn.nhipcho.model.Cell;
import vn.nhipcho.model.CellRow;
import vn.nhipcho.model.SalesMeasure;
import vn.nhipcho.model.SuccessMeasure;
import vn.nhipcho.state.CompactType;

/** The steps that turn changed orders into the rows of the tables of totals. */
public final class TotalCells {
    private static final int SALES_MEASURES = SalesMeasure.values().length;
    private static final int SUCCESS_MEASURES = SuccessMeasure.values().length;

    private static final CompactType<Cell> CELL = CompactType.of(Cell.class, CellSerializer.INSTANCE);
    private static final CompactType<CellDelta> DELTA = CompactType.of(CellDelta.class, CellDeltaSerializer.INSTANCE);

    private TotalCells() {}

    /** Orders by the hour they were placed. */
    public static DataStream<CellRow> ofSales(
            DataStream<OrderChange> changes, String uid, BusinessZone zone, AttemptStart start) {
        Contribution contribution = new Contribution(zone);
        return attach(changes, uid, "sales", start, new CombineDeltas(SALES_MEASURES, contribution::gatherSales));
    }

    /** Orders by the hour of their success, returns by their own. */
    public static DataStream<CellRow> ofSuccesses(
            DataStream<OrderChange> changes, String uid, BusinessZone zone, AttemptStart start) {
        Contribution contribution = new Contribution(zone);
        return attach(
                changes, uid, "successes", start, new CombineDeltas(SUCCESS_MEASURES, contribution::gatherSuccesses));
    }

    private static DataStream<CellRow> attach(
            DataStream<OrderChange> changes, String uid, String name, AttemptStart start, CombineDeltas combine) {
        return changes.transform("combine " + name, DELTA, combine)
                .uid("combine-" + uid)
                .keyBy(CellDelta::cell, CELL)
                .process(new AddUpCell(start))
                .returns(CellRow.class)
                .name("total " + name)
                .uid("total-" + uid);
    }
}
