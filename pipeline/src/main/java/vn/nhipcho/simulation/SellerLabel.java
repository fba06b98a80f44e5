package vn.nhipcho.simulation;

import java.time.Instant;
import java.time.Month;
import java.util.List;
import java.util.stream.Stream;

/**
 * The truth about one trading seller as of the season's end: what alerts are judged by.
 *
 * @param startedAt moment of the first order
 * @param stoppedAt since when the seller sells no more; null: goes on, though it may be silent out of season
 * @param reason why the seller is silent at the end; null: is not
 * @param seasonMonths months (1 to 12) in which anything of the seller's is in season
 * @param ordersPerMonth expected in a usual month in season
 */
public record SellerLabel(
        String sellerId,
        Instant startedAt,
        Instant stoppedAt,
        Reason reason,
        List<Integer> seasonMonths,
        List<String> commodities,
        double ordersPerMonth) {
    /** Why a seller is silent. */
    public enum Reason {
        /** No time: answers later and later, then not at all. */
        BUSY(0.42),
        /** Asked too much, and buyers stayed away. */
        PRICE(0.33),
        /** Gave up after too many parcels came back. */
        RETURNS(0.20),
        /** The marketplace closed the shop. */
        SUSPENDED(0.05),
        /** Has not stopped: nothing is in season. */
        OUT_OF_SEASON(0);

        static final List<Reason> OF_STOPPING = List.of(BUSY, PRICE, RETURNS, SUSPENDED);

        private final double share;

        /** @param share of those who stop; a guess */
        Reason(double share) {
            this.share = share;
        }

        double share() {
            return share;
        }
    }

    static SellerLabel of(Trader trader, Instant end) {
        boolean stopped = trader.hasStopped(end.toEpochMilli());
        var month = VietnamTime.date(end).getMonth();
        return new SellerLabel(
                trader.account().sellerId(),
                Instant.ofEpochMilli(trader.startsAt()),
                stopped ? Instant.ofEpochMilli(trader.stopsAt()) : null,
                stopped ? trader.reason() : trader.sellsIn(month) ? null : Reason.OUT_OF_SEASON,
                Stream.of(Month.values())
                        .filter(trader::sellsIn)
                        .map(Month::getValue)
                        .toList(),
                trader.products().stream()
                        .map(product -> product.goods().commodity().code())
                        .distinct()
                        .toList(),
                Math.round(trader.ordersPerDay() * 3_000) / 100.0);
    }
}
