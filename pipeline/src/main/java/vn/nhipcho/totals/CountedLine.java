package vn.nhipcho.totals;

import java.util.List;
import vn.nhipcho.model.Attribution;
import vn.nhipcho.model.OrderLineRow;
import vn.nhipcho.model.OrderPartRow;
import vn.nhipcho.model.OrderPush;
import vn.nhipcho.model.OrderStatus;

/** Everything of a line that {@code sales} looks at: orders with equal counted lines contribute the same to every cell. */
record CountedLine(
        String sellerId,
        String lineId,
        long orderPlacedAt,
        boolean internal,
        boolean delivered,
        boolean returned,
        boolean cancelled,
        boolean late,
        Attribution attribution,
        String commodity,
        Long grams,
        long pieces,
        long gross,
        long shipping,
        long partShipping) {

    static List<CountedLine> of(List<OrderLineRow> lines) {
        return lines.stream().map(CountedLine::of).toList();
    }

    private static CountedLine of(OrderLineRow line) {
        OrderPartRow part = line.part();
        return new CountedLine(
                part.sellerId(),
                line.line().lineId(),
                part.orderPlacedAt(),
                part.origin() == OrderPush.Origin.INTERNAL,
                part.status().isDelivered(),
                part.status() == OrderStatus.RETURNED,
                Contribution.isCancelled(part),
                part.late(),
                part.attribution(),
                line.commodity(),
                line.grams(),
                line.pieces(),
                line.gross(),
                line.line().shippingFee(),
                part.shippingFee());
    }
}
