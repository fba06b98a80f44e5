package vn.nhipcho.clickhouse;

import java.time.Instant;
import vn.nhipcho.model.Attribution;
import vn.nhipcho.model.Line;
import vn.nhipcho.model.Milestones;
import vn.nhipcho.model.OrderLineRow;
import vn.nhipcho.model.OrderPartRow;
import vn.nhipcho.model.OrderPush;
import vn.nhipcho.model.OrderStatus;
import vn.nhipcho.model.Place;

/** Order parts and lines with everything filled in. */
final class Facts {
    private Facts() {}

    static long at(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }

    /** A part of one line, delivered a day late, shipping fee 5.00. */
    static OrderPartRow delivered(String orderId, String sellerId, String placedAt, String orderPlacedAt) {
        long placed = at(placedAt);
        long delivered = placed + 3 * 86_400_000L;
        return new OrderPartRow(
                "shopee",
                orderId,
                sellerId,
                placed,
                at(orderPlacedAt),
                OrderStatus.DELIVERED,
                "TO_CONFIRM_RECEIVE",
                delivered,
                new Milestones(placed + 1, placed + 2, placed + 3, delivered, null, null, null, null),
                delivered,
                delivered - 86_400_000L,
                true,
                1,
                1_500_050,
                500,
                "COD",
                "79",
                placed + 4,
                null,
                OrderPush.Origin.CUSTOMER,
                new Attribution(new Place("93", "930", "31321"), "htx-01", "HOUSEHOLD"),
                1_000_001,
                false);
    }

    /** 2.5 kg of pineapples for 15,000.50, shipping fee 2.00. */
    static OrderLineRow line(OrderPartRow part, String lineId) {
        Line line = new Line(lineId, "p-1", null, 2_500, "kg", 600_020, 0, 200);
        return new OrderLineRow(part, line, "KHOM", 2_500L, 0, 1_500_050, false);
    }

    static OrderPartRow stamped(OrderPartRow r, long version, boolean deleted) {
        return new OrderPartRow(
                r.platform(),
                r.orderId(),
                r.sellerId(),
                r.placedAt(),
                r.orderPlacedAt(),
                r.status(),
                r.statusRaw(),
                r.statusAt(),
                r.milestones(),
                r.successAt(),
                r.promisedAt(),
                r.late(),
                r.lines(),
                r.gross(),
                r.shippingFee(),
                r.paymentMethod(),
                r.buyerProvince(),
                r.confirmBy(),
                r.cancelledBy(),
                r.origin(),
                r.attribution(),
                version,
                deleted);
    }
}
