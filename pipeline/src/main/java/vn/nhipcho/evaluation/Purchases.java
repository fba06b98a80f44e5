package vn.nhipcho.evaluation;

import vn.nhipcho.alert.SellingTime;

/**
 * All that a prior needs of one seller's orders.
 *
 * @param repeats orders after the first
 * @param lastAfter days of selling time from the first order to the last
 * @param watched days of selling time from the first order until the end of what was seen
 */
public record Purchases(int repeats, double lastAfter, double watched) {
    private static final double DAY = 86_400_000.0;

    /**
     * @param placedAt sorted, milliseconds, at least one
     * @param end milliseconds, until when orders were seen
     */
    public static Purchases of(long[] placedAt, SellingTime time, long end) {
        return new Purchases(
                placedAt.length - 1,
                time.between(placedAt[0], placedAt[placedAt.length - 1]) / DAY,
                time.between(placedAt[0], end) / DAY);
    }
}
