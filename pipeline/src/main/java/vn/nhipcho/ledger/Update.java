package vn.nhipcho.ledger;

import java.util.Comparator;
import java.util.List;
import vn.nhipcho.model.Line;
import vn.nhipcho.model.OrderPush;
import vn.nhipcho.model.OrderStatus;

/**
 * What one push says of an order part, in the order that decides which push wins: (occurred_at, status rank, event_id,
 * payload hash). Null components say nothing.
 */
public record Update(
        long occurredAt,
        OrderStatus status,
        String eventId,
        long payloadHash,
        String statusRaw,
        List<Line> lines,
        Long shippingFee,
        String paymentMethod,
        Long promisedAt,
        String buyerProvince,
        Long confirmBy,
        String cancelledBy,
        OrderPush.Origin origin) {

    static final Comparator<Update> NEWEST_FIRST = Comparator.comparingLong(Update::occurredAt)
            .thenComparingInt(update -> update.status().rank())
            .thenComparing(Update::eventId)
            .thenComparingLong(Update::payloadHash)
            .reversed();

    static Update of(OrderPush push) {
        return new Update(
                push.occurredAt(),
                push.status(),
                push.eventId(),
                push.payloadHash(),
                push.statusRaw(),
                push.lines(),
                push.shippingFee(),
                push.paymentMethod(),
                push.promisedAt(),
                push.buyerProvince(),
                push.confirmBy(),
                push.cancelledBy(),
                push.origin());
    }
}
