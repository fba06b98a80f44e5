package vn.nhipcho.model;

/** First time each status was reached, by the minimum over all updates; null: never. Milliseconds. */
public record Milestones(
        Long awaitingSellerAt,
        Long awaitingPickupAt,
        Long inTransitAt,
        Long deliveredAt,
        Long completedAt,
        Long deliveryFailedAt,
        Long returnedAt,
        Long cancelledAt) {
    public static final Milestones NONE = new Milestones(null, null, null, null, null, null, null, null);
}
