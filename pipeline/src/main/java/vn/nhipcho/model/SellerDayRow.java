package vn.nhipcho.model;

/**
 * A row of {@code seller_days}: what a seller did in a day of the business zone. Orders are counted by placed_at, successful
 * ones by success_at too, and by each commodity they have a line of; what is of no commodity stands under {@code (none)}.
 *
 * @param day days since 1970
 * @param counts in the order of {@link Measure}
 * @param attribution as of the day's end
 */
public record SellerDayRow(
        String sellerId,
        long day,
        String commodity,
        long[] counts,
        Attribution attribution,
        long version,
        boolean deleted) {

    /** What a day counts. */
    public enum Measure {
        ORDERS,
        DELIVERED_ORDERS,
        /** Account events by which the seller showed itself: log-ins, activity, profile, training. */
        VISITS,
        LISTING_CHANGES,
        /** By the day of the success, as {@code successes} counts; the others of an order by the day it was placed. */
        SUCCESSFUL_ORDERS
    }
}
