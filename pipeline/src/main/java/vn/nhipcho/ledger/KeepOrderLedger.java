package vn.nhipcho.ledger;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import vn.nhipcho.ingest.Verdict;
import vn.nhipcho.model.AttemptStart;
import vn.nhipcho.model.OrderLineRow;
import vn.nhipcho.model.OrderPartRow;
import vn.nhipcho.reference.UnitConversions;

/**
 * Keeps one order's true state: merges each push into it and sends the rows that changed and the order before and after.
 * The state of an order does not expire.
 */
public final class KeepOrderLedger extends KeyedProcessFunction<String, PlacedPush, OrderChange> {
    static final OutputTag<OrderPartRow> PARTS = new OutputTag<>("order-parts", TypeInformation.of(OrderPartRow.class));
    static final OutputTag<OrderLineRow> LINES = new OutputTag<>("order-lines", TypeInformation.of(OrderLineRow.class));
    static final OutputTag<Verdict> VERDICTS = new OutputTag<>("verdicts", TypeInformation.of(Verdict.class));
    static final ValueStateDescriptor<OrderState> ORDER =
            new ValueStateDescriptor<>("order", OrderStateSerializer.INSTANCE);

    private final BusinessZone zone;
    private final AttemptStart start;
    private transient UnitConversions units;
    private transient ValueState<OrderState> order;
    private transient long attemptStart;

    KeepOrderLedger(BusinessZone zone, AttemptStart start) {
        this.zone = zone;
        this.start = start;
    }

    /** The streams that leave the ledger. */
    public record Ledger(
            DataStream<OrderChange> changes,
            DataStream<OrderPartRow> parts,
            DataStream<OrderLineRow> lines,
            DataStream<Verdict> verdicts) {}

    public static Ledger attach(DataStream<PlacedPush> placed, String uid, BusinessZone zone, AttemptStart start) {
        var changes = placed.keyBy(PlacedPush::orderKey, Types.STRING)
                .process(new KeepOrderLedger(zone, start))
                .returns(OrderChange.class)
                .name("keep order ledger")
                .uid(uid);
        return new Ledger(
                changes, changes.getSideOutput(PARTS), changes.getSideOutput(LINES), changes.getSideOutput(VERDICTS));
    }

    @Override
    public void open(OpenContext context) throws Exception {
        order = getRuntimeContext().getState(ORDER);
        units = UnitConversions.load();
        attemptStart = start.read();
    }

    @Override
    public void processElement(PlacedPush placed, Context context, Collector<OrderChange> out) throws Exception {
        OrderState stored = order.value();
        OrderState before = stored == null ? OrderState.empty(placed.platform(), placed.orderId()) : stored;
        PartState partBefore = before.part(placed.sellerId());
        PartState partAfter = partBefore.attributedTo(placed.attribution(), placed.commodities());
        if (placed.push() != null) {
            boolean duplicate = partBefore.hasSeen(placed.push());
            partAfter = duplicate ? partAfter : partAfter.merge(placed.push());
            context.output(VERDICTS, verdict(placed, duplicate, partAfter));
        }
        if (partAfter.equals(partBefore)) {
            return;
        }
        OrderState after = before.with(partAfter);
        OrderFacts factsBefore = OrderFacts.of(before, zone, units);
        OrderFacts factsAfter = OrderFacts.of(after, zone, units);
        if (factsAfter.equals(factsBefore)) {
            order.update(after);
            return;
        }
        long version = AttemptStart.next(before.version(), attemptStart);
        order.update(after.withVersion(version));
        RowChanges.parts(factsBefore.parts(), factsAfter.parts(), version, row -> context.output(PARTS, row));
        RowChanges.lines(factsBefore.lines(), factsAfter.lines(), version, row -> context.output(LINES, row));
        if (!factsAfter.lines().equals(factsBefore.lines())) {
            out.collect(new OrderChange(factsBefore.lines(), factsAfter.lines()));
        }
    }

    private static Verdict verdict(PlacedPush placed, boolean duplicate, PartState after) {
        if (duplicate) {
            return Verdict.duplicate(placed.push().source(), placed.push().occurredAt());
        }
        boolean wonStatus = after.statusWinner().payloadHash() == placed.push().payloadHash();
        return wonStatus
                ? Verdict.applied(placed.push().source(), placed.push().occurredAt())
                : Verdict.superseded(placed.push().source(), placed.push().occurredAt());
    }
}
