package vn.nhipcho.ledger;

import static vn.nhipcho.fixture.SideOutput.drain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import vn.nhipcho.ingest.Verdict;
import vn.nhipcho.model.Cell;
import vn.nhipcho.model.OrderLineRow;
import vn.nhipcho.model.OrderPartRow;
import vn.nhipcho.seller.SellerContexts;
import vn.nhipcho.seller.SellerEvent;
import vn.nhipcho.totals.Differences;

/**
 * The sales job from decoded events to tables, operator by operator in Flink's harness, with the tables kept as upserts by
 * key and version as ClickHouse would keep them.
 */
public final class SalesFlow implements AutoCloseable {
    public static final BusinessZone ZONE = BusinessZone.of("Asia/Ho_Chi_Minh");

    /** What the tables hold: live rows without their versions, and cells that are not zero. */
    public record Tables(
            Map<String, OrderPartRow> parts,
            Map<String, OrderLineRow> lines,
            Map<Cell, List<Long>> sales,
            Map<Cell, List<Long>> successes) {}

    private final KeyedOneInputStreamOperatorTestHarness<String, SellerEvent, PlacedPush> context;
    private final KeyedOneInputStreamOperatorTestHarness<String, PlacedPush, OrderChange> ledger;
    private final Map<String, OrderPartRow> parts = new HashMap<>();
    private final Map<String, OrderLineRow> lines = new HashMap<>();
    private final Differences sales = Differences.ofSales(ZONE);
    private final Differences successes = Differences.ofSuccesses(ZONE);
    private final Map<Verdict.Kind, Integer> verdicts = new TreeMap<>();
    private final Map<Verdict.Kind, Integer> pushVerdicts = new TreeMap<>();
    private final Set<String> orderKeys = new TreeSet<>();

    public SalesFlow() throws Exception {
        context = new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(SellerContexts.operator()), SellerEvent::sellerId, Types.STRING);
        ledger = new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new KeepOrderLedger(ZONE, () -> 0)), PlacedPush::orderKey, Types.STRING);
        context.open();
        ledger.open();
    }

    public void accept(SellerEvent event) throws Exception {
        context.processElement(new StreamRecord<>(event));
        for (PlacedPush placed : context.extractOutputValues()) {
            ledger.processElement(new StreamRecord<>(placed));
            orderKeys.add(placed.orderKey());
        }
        context.getOutput().clear();
        drain(context.getSideOutput(SellerContexts.VERDICTS), this::count);
        drain(ledger.getSideOutput(KeepOrderLedger.VERDICTS), verdict -> {
            count(verdict);
            pushVerdicts.merge(verdict.kind(), 1, Integer::sum);
        });
        drain(ledger.getSideOutput(KeepOrderLedger.PARTS), this::upsert);
        drain(ledger.getSideOutput(KeepOrderLedger.LINES), this::upsert);
        for (OrderChange change : ledger.extractOutputValues()) {
            sales.accept(change);
            successes.accept(change);
        }
        ledger.getOutput().clear();
    }

    public Map<Verdict.Kind, Integer> verdicts() {
        return verdicts;
    }

    /** Verdicts on pushes since this was last asked. */
    Map<Verdict.Kind, Integer> takePushVerdicts() {
        var taken = new TreeMap<>(pushVerdicts);
        pushVerdicts.clear();
        return taken;
    }

    /**
     * The ledger's state of each order since this was last asked, with the suffix taken off order and seller ids; without
     * its version, which tells how often an order was written and so depends on the arrival order.
     */
    Map<String, OrderState> takeStates(String suffix) throws Exception {
        var states = new TreeMap<String, OrderState>();
        for (String key : orderKeys) {
            ledger.getOperator().setCurrentKey(key);
            OrderState state = ledger.getOperator()
                    .getKeyedStateBackend()
                    .getPartitionedState(
                            VoidNamespace.INSTANCE, VoidNamespaceSerializer.INSTANCE, KeepOrderLedger.ORDER)
                    .value();
            if (state != null) {
                states.put(key.replace(suffix, ""), plain(state, suffix));
            }
        }
        orderKeys.clear();
        return states;
    }

    private static OrderState plain(OrderState state, String suffix) {
        List<PartState> parts = state.parts().stream()
                .map(part -> new PartState(
                        part.sellerId().replace(suffix, ""),
                        part.winners(),
                        part.seen(),
                        part.placedAtTold(),
                        part.firstOccurredAt(),
                        part.milestones(),
                        part.attribution(),
                        part.commodities()))
                .toList();
        return new OrderState(state.platform(), state.orderId().replace(suffix, ""), parts, 0);
    }

    /** What the tables hold now, with the suffix taken off order and seller ids; empties the tables, not the state. */
    public Tables takeTables(String suffix) {
        var tables = new Tables(new TreeMap<>(), new TreeMap<>(), sales.take(), successes.take());
        live(parts, OrderPartRow::version, OrderPartRow::deleted).forEach(row -> {
            OrderPartRow plain = plain(row, suffix);
            tables.parts().put(key(plain), plain);
        });
        live(lines, row -> row.part().version(), OrderLineRow::deleted).forEach(row -> {
            OrderPartRow part = plain(row.part(), suffix);
            tables.lines()
                    .put(
                            key(part) + '/' + row.line().lineId(),
                            new OrderLineRow(
                                    part, row.line(), row.commodity(), row.grams(), row.pieces(), row.gross(), false));
        });
        parts.clear();
        lines.clear();
        return tables;
    }

    /** FINAL over partitions: of the rows of one key, whichever partition they are in, the highest version wins. */
    private static <T> List<T> live(
            Map<String, T> rows,
            java.util.function.ToLongFunction<T> version,
            java.util.function.Predicate<T> deleted) {
        Map<String, T> latest = new HashMap<>();
        rows.forEach((key, row) -> latest.merge(
                key.substring(key.indexOf('|') + 1),
                row,
                (a, b) -> version.applyAsLong(a) >= version.applyAsLong(b) ? a : b));
        return latest.values().stream().filter(deleted.negate()).toList();
    }

    private void count(Verdict verdict) {
        verdicts.merge(verdict.kind(), 1, Integer::sum);
    }

    private void upsert(OrderPartRow row) {
        parts.merge(row.placedAt() + "|" + key(row), row, (old, next) -> old.version() >= next.version() ? old : next);
    }

    private void upsert(OrderLineRow row) {
        lines.merge(
                row.part().placedAt() + "|" + key(row.part()) + '/' + row.line().lineId(),
                row,
                (old, next) -> old.part().version() >= next.part().version() ? old : next);
    }

    private static String key(OrderPartRow row) {
        return row.platform() + ':' + row.orderId() + '/' + row.sellerId();
    }

    private static OrderPartRow plain(OrderPartRow row, String suffix) {
        return new OrderPartRow(
                row.platform(),
                row.orderId().replace(suffix, ""),
                row.sellerId().replace(suffix, ""),
                row.placedAt(),
                row.orderPlacedAt(),
                row.status(),
                row.statusRaw(),
                row.statusAt(),
                row.milestones(),
                row.successAt(),
                row.promisedAt(),
                row.late(),
                row.lines(),
                row.gross(),
                row.shippingFee(),
                row.paymentMethod(),
                row.buyerProvince(),
                row.confirmBy(),
                row.cancelledBy(),
                row.origin(),
                row.attribution(),
                0,
                false);
    }

    @Override
    public void close() throws Exception {
        context.close();
        ledger.close();
    }
}
