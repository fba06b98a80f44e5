package vn.nhipcho.model;

/**
 * A row of {@code sellers}: one seller as of its clock, the slowest clock of the platforms it sells on. Times in milliseconds; null: never.
 *
 * @param householdKey pseudonym of the household; empty: not told
 * @param platforms where it sells, sorted, separated by commas
 * @param stage see {@code Stage}
 * @param listings on sale now
 * @param activeSelling an active shop by orders (AliResearch's measure)
 * @param lastSeenAt newest thing the seller did or that happened in its shops
 */
public record SellerRow(
        String sellerId,
        Attribution attribution,
        String householdKey,
        String platforms,
        String stage,
        Long stageSince,
        Long registeredAt,
        Long activatedAt,
        Long profileReadyAt,
        Long trainedAt,
        Long listedAt,
        Long firstOrderAt,
        Long firstDeliveredAt,
        Long sellingAt,
        Long lastOrderAt,
        Long lastSeenAt,
        int orders,
        int deliveredOrders,
        int cancelledOrders,
        int returnedOrders,
        int listings,
        boolean activeSelling,
        boolean bulkOnly,
        long version) {

    public SellerRow withVersion(long newVersion) {
        return new SellerRow(
                sellerId,
                attribution,
                householdKey,
                platforms,
                stage,
                stageSince,
                registeredAt,
                activatedAt,
                profileReadyAt,
                trainedAt,
                listedAt,
                firstOrderAt,
                firstDeliveredAt,
                sellingAt,
                lastOrderAt,
                lastSeenAt,
                orders,
                deliveredOrders,
                cancelledOrders,
                returnedOrders,
                listings,
                activeSelling,
                bulkOnly,
                newVersion);
    }
}
