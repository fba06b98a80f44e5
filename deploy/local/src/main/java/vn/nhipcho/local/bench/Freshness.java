package vn.nhipcho.local.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/**
 * How long it took from the sending of an order until the totals counted it.
 *
 * @param load share of the rate of end-to-end at which they were sent
 * @param seconds that the sending took
 * @param orders among the events that were new and could be seen in the totals, one by one
 */
@JsonNaming(SnakeCaseStrategy.class)
record Freshness(
        @JsonProperty("measurement") String name,
        double load,
        long events,
        double seconds,
        long eventsPerSecond,
        long orders,
        double p50Seconds,
        double p95Seconds,
        double p99Seconds,
        double slowestSeconds,
        int cores,
        double loadAverage) {

    /** @param sorted seconds of each order, the shortest first */
    static Freshness of(double share, long events, double seconds, double[] sorted, Load load) {
        return new Freshness(
                Measured.FRESHNESS.toString(),
                share,
                events,
                seconds,
                Math.round(events / seconds),
                sorted.length,
                within(sorted, 0.5),
                within(sorted, 0.95),
                within(sorted, 0.99),
                within(sorted, 1),
                load.cores(),
                load.loadAverage());
    }

    /** The least time within which a share of the orders was there. */
    private static double within(double[] sorted, double share) {
        int orders = (int) Math.ceil(share * sorted.length);
        return Math.round(sorted[Math.max(0, orders - 1)] * 1000) / 1000.0;
    }
}
