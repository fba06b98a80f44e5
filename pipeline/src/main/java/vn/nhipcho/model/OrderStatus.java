package vn.nhipcho.model;

/**
 * Canonical order status, in the row order of {@code order_status_map.tsv}. The ordinal is the status rank that breaks
 * ties between updates of one instant (design, section 3).
 */
public enum OrderStatus {
    UNPAID,
    ON_HOLD,
    AWAITING_SELLER,
    AWAITING_PICKUP,
    IN_TRANSIT,
    DELIVERED,
    COMPLETED,
    DELIVERY_FAILED,
    RETURNING,
    RETURNED,
    CANCEL_REQUESTED,
    CANCELLED,
    LOST_DAMAGED,
    UNKNOWN;

    public int rank() {
        return ordinal();
    }

    /** The goods are with the buyer now. */
    public boolean isDelivered() {
        return this == DELIVERED || this == COMPLETED;
    }
}
