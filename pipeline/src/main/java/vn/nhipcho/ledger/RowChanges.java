package vn.nhipcho.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import vn.nhipcho.model.OrderLineRow;
import vn.nhipcho.model.OrderPartRow;

/**
 * Which rows to write when an order's facts change. Tables are partitioned by the part's placed_at: when that moves, the
 * old place gets a tombstone one version below the live row, so that whichever of the two is read last, the live row wins.
 */
final class RowChanges {
    private RowChanges() {}

    static void parts(List<OrderPartRow> before, List<OrderPartRow> after, long version, Consumer<OrderPartRow> send) {
        send(before, after, OrderPartRow::sellerId, OrderPartRow::placedAt, version, RowChanges::stamped, send);
    }

    static void lines(List<OrderLineRow> before, List<OrderLineRow> after, long version, Consumer<OrderLineRow> send) {
        send(
                before,
                after,
                row -> List.of(row.part().sellerId(), row.line().lineId()),
                row -> row.part().placedAt(),
                version,
                RowChanges::stamped,
                send);
    }

    private record Stamp(long version, boolean deleted) {}

    private static <T> void send(
            List<T> before,
            List<T> after,
            Function<T, Object> key,
            ToLongFunction<T> placedAt,
            long version,
            BiFunction<T, Stamp, T> stamped,
            Consumer<T> send) {
        Map<Object, T> gone = new HashMap<>();
        for (T row : before) {
            gone.put(key.apply(row), row);
        }
        for (T row : after) {
            T old = gone.remove(key.apply(row));
            if (row.equals(old)) {
                continue;
            }
            if (old != null && placedAt.applyAsLong(old) != placedAt.applyAsLong(row)) {
                send.accept(stamped.apply(old, new Stamp(version - 1, true)));
            }
            send.accept(stamped.apply(row, new Stamp(version, false)));
        }
        for (T row : gone.values()) {
            send.accept(stamped.apply(row, new Stamp(version, true)));
        }
    }

    private static OrderPartRow stamped(OrderPartRow row, Stamp stamp) {
        return new OrderPartRow(
                row.platform(),
                row.orderId(),
                row.sellerId(),
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
                stamp.version(),
                stamp.deleted());
    }

    private static OrderLineRow stamped(OrderLineRow row, Stamp stamp) {
        return new OrderLineRow(
                stamped(row.part(), stamp),
                row.line(),
                row.commodity(),
                row.grams(),
                row.pieces(),
                row.gross(),
                stamp.deleted());
    }
}
