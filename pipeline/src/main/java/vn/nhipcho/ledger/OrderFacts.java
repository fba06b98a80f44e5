package vn.nhipcho.ledger;

import java.util.ArrayList;
import java.util.List;
import vn.nhipcho.model.Line;
import vn.nhipcho.model.OrderLineRow;
import vn.nhipcho.model.OrderPartRow;
import vn.nhipcho.model.OrderPush;
import vn.nhipcho.model.OrderStatus;
import vn.nhipcho.reference.UnitConversions;

/**
 * The rows that follow from an order's state: a function of the state alone, so equal states have equal facts. Versions
 * are zero until {@link RowChanges} stamps them.
 */
record OrderFacts(List<OrderPartRow> parts, List<OrderLineRow> lines) {

    static OrderFacts of(OrderState order, BusinessZone zone, UnitConversions units) {
        if (order.parts().isEmpty()) {
            return new OrderFacts(List.of(), List.of());
        }
        long orderPlacedAt = order.placedAt();
        var parts = new ArrayList<OrderPartRow>(order.parts().size());
        var lines = new ArrayList<OrderLineRow>();
        for (PartState part : order.parts()) {
            OrderPartRow row = partRow(order, part, orderPlacedAt, zone);
            parts.add(row);
            for (Line line : part.lines()) {
                lines.add(lineRow(row, part, line, units));
            }
        }
        return new OrderFacts(parts, lines);
    }

    private static OrderPartRow partRow(OrderState order, PartState part, long orderPlacedAt, BusinessZone zone) {
        Update won = part.statusWinner();
        Long promisedAt = part.newest(Update::promisedAt);
        Long shippingFee = part.newest(Update::shippingFee);
        OrderPush.Origin origin = part.newest(Update::origin);
        // No overflow: decoding bounds value and discount of a push's lines together, and a part's lines are one
        // push's.
        long gross = 0;
        for (Line line : part.lines()) {
            gross += LineValue.gross(line);
        }
        return new OrderPartRow(
                order.platform(),
                order.orderId(),
                part.sellerId(),
                part.placedAt(),
                orderPlacedAt,
                won.status(),
                won.statusRaw(),
                won.occurredAt(),
                part.milestones(),
                successAt(part),
                promisedAt,
                isLate(part, promisedAt, zone),
                part.lines().size(),
                gross,
                shippingFee == null ? 0 : shippingFee,
                part.newest(Update::paymentMethod),
                part.newest(Update::buyerProvince),
                part.newest(Update::confirmBy),
                part.newest(Update::cancelledBy),
                origin == null ? OrderPush.Origin.CUSTOMER : origin,
                part.attribution(),
                0,
                false);
    }

    private static OrderLineRow lineRow(OrderPartRow row, PartState part, Line line, UnitConversions units) {
        String commodity = LineValue.commodityOf(line, part);
        var converted = units.convert(line.unit(), commodity, line.quantity());
        return new OrderLineRow(
                row, line, commodity, converted.grams(), converted.pieces(), LineValue.gross(line), false);
    }

    /** First DELIVERED or COMPLETED; a success without a date, known only from a snapshot, has none. */
    private static Long successAt(PartState part) {
        boolean cancelled = part.statusWinner().status() == OrderStatus.CANCELLED;
        return cancelled
                ? null
                : PartState.earlier(
                        part.milestones().deliveredAt(), part.milestones().completedAt());
    }

    /** By local dates; an order that was cancelled is no late one, whatever was delivered before. */
    private static boolean isLate(PartState part, Long promisedAt, BusinessZone zone) {
        Long deliveredAt = part.milestones().deliveredAt();
        return deliveredAt != null
                && promisedAt != null
                && part.statusWinner().status() != OrderStatus.CANCELLED
                && zone.dateOf(deliveredAt).isAfter(zone.dateOf(promisedAt));
    }
}
