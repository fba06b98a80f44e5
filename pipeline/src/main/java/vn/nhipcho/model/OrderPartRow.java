package vn.nhipcho.model;

/**
 * A row of {@code order_parts}: one order at one seller, with or without lines.
 *
 * @param placedAt the part's own: the earliest told, failing that the earliest occurred_at
 * @param orderPlacedAt the order's: the minimum over its parts; decides the hour in {@code sales}
 * @param statusAt occurred_at of the update that won the status
 * @param successAt first DELIVERED or COMPLETED; null: no success, or one without a date
 * @param late the local date of the first DELIVERED is after that of promised_at
 * @param gross minor units over the part's lines
 * @param shippingFee minor units, of the part beside its lines'
 */
public record OrderPartRow(
        String platform,
        String orderId,
        String sellerId,
        long placedAt,
        long orderPlacedAt,
        OrderStatus status,
        String statusRaw,
        long statusAt,
        Milestones milestones,
        Long successAt,
        Long promisedAt,
        boolean late,
        int lines,
        long gross,
        long shippingFee,
        String paymentMethod,
        String buyerProvince,
        Long confirmBy,
        String cancelledBy,
        OrderPush.Origin origin,
        Attribution attribution,
        long version,
        boolean deleted) {}
