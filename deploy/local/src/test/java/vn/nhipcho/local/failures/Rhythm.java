package vn.nhipcho.local.failures;

/**
 * What a silence tells by a seller's own rhythm: orders of weight r + x in α + T days of selling time, while sellers go on
 * for so many days on average. The closed form stands in docs/decisions/0013.
 */
record Rhythm(double orders, double days, double life) {
    private static final long LONGEST = 100_000 * SellerStory.DAY;

    double usualDays() {
        return days / orders;
    }

    /** Probability that the seller has stopped. */
    double stopped(double silentDays) {
        double q = (days + silentDays) / days;
        double odds = days / life * (Math.pow(q, orders) - q) / (orders - 1);
        return odds / (1 + odds);
    }

    /** The longest silence, in whole milliseconds, after which having stopped is less probable than that. */
    long until(double probability) {
        long low = 0;
        long high = LONGEST;
        while (high - low > 1) {
            long middle = (low + high) / 2;
            if (stopped((double) middle / SellerStory.DAY) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
