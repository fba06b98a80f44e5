package vn.nhipcho.model;

import java.util.List;

/**
 * One update of one order part (platform, order, seller), decoded and within range. Null components mean "unchanged".
 *
 * @param sellerId empty when the order has no line and so no seller
 * @param lines the full list of the part's lines as of this update, or null
 * @param payloadHash 64-bit hash of the event's bytes, the last tie-breaker of the update order
 * @param statusIsSnapshot sets the status but no milestone's time
 */
public record OrderPush(
        String platform,
        String orderId,
        String sellerId,
        String eventId,
        OrderStatus status,
        String statusRaw,
        long occurredAt,
        long payloadHash,
        Long placedAt,
        List<Line> lines,
        Long shippingFee,
        String paymentMethod,
        Long promisedAt,
        String buyerProvince,
        Long confirmBy,
        String cancelledBy,
        Origin origin,
        boolean statusIsSnapshot,
        Source source) {

    /** Who an order is from; INTERNAL is kept and never counted. */
    public enum Origin {
        CUSTOMER,
        PROGRAMME,
        INTERNAL
    }
}
