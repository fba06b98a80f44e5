package vn.nhipcho.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.nhipcho.lifecycle.SellerCase;
import vn.nhipcho.lifecycle.Span;

/**
 * The time in which a seller could have sold: its season, without the days when carriers rest and without the spans in
 * which its shops were shut. A gap between orders is measured by it. It is the mean over the seller's commodities, so
 * that while one of two is in season a day counts half: as many orders are missing in it as goods.
 */
public final class SellingTime {
    private final Seasons.Season season;
    private final List<Seasons.Season> commodities;
    private final List<Span> shut;

    private SellingTime(Set<String> commodities, Seasons seasons, List<Span> shut) {
        this.season = seasons.of(commodities);
        this.commodities = seasonsOf(commodities, seasons, season);
        this.shut = shut;
    }

    /** Of a seller whose shops are never shut, or of whom only the orders are known. */
    public static SellingTime of(Set<String> commodities, Seasons seasons) {
        return new SellingTime(commodities, seasons, List.of());
    }

    public static SellingTime of(SellerCase seller, Seasons seasons) {
        return new SellingTime(seller.commodities(), seasons, seller.doors().shut());
    }

    /** Milliseconds of selling time between two instants. */
    public long between(long from, long to) {
        long sum = 0;
        for (Span open : new Span(from, to).without(shut)) {
            sum += ofCommodities(open.from(), open.to());
        }
        return sum;
    }

    /** Milliseconds between two instants in which the seller could have sold anything at all. */
    long inSeasonBetween(long from, long to) {
        long sum = 0;
        for (Span open : new Span(from, to).without(shut)) {
            sum += season.inSeasonBetween(open.from(), open.to());
        }
        return sum;
    }

    /** The instant at which so much selling time has passed; {@link Span#NEVER}: it never will. */
    long plus(long from, long amount) {
        long left = amount;
        for (Span open : new Span(from, Span.NEVER).without(shut)) {
            long here = open.to() == Span.NEVER ? Long.MAX_VALUE : ofCommodities(open.from(), open.to());
            if (left <= here) {
                return earliest(open.from(), left);
            }
            left -= here;
        }
        return Span.NEVER;
    }

    /** One for each commodity, or a single one where they are all alike. */
    private static List<Seasons.Season> seasonsOf(Set<String> commodities, Seasons seasons, Seasons.Season ofAny) {
        var each = commodities.stream().map(code -> seasons.of(Set.of(code))).toList();
        return each.stream().distinct().count() > 1 ? each : List.of(ofAny);
    }

    private long ofCommodities(long from, long to) {
        long sum = 0;
        for (Seasons.Season each : commodities) {
            sum += each.inSeasonBetween(from, to);
        }
        return sum / commodities.size();
    }

    /** Selling time passes no faster than the season, and at worst with one commodity of all. */
    private long earliest(long from, long amount) {
        long low = season.plus(from, amount);
        if (commodities.size() == 1 || low == Span.NEVER) {
            return low;
        }
        boolean tooLong = amount > Long.MAX_VALUE / commodities.size();
        long high = tooLong ? Span.NEVER : season.plus(from, amount * commodities.size());
        if (high == Span.NEVER) {
            return Span.NEVER;
        }
        while (low < high) {
            long middle = low + (high - low) / 2;
            if (ofCommodities(from, middle) < amount) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * Those parts of a span in which the seller may be reported: not shut, not out of season. Ends with the first part
     * that begins after {@code until}.
     */
    List<Span> reportable(Span span, long until) {
        var parts = new ArrayList<Span>();
        for (Span open : span.without(shut)) {
            long from = season.inSeason(open.from()) ? open.from() : season.nextStart(open.from());
            while (from < open.to()) {
                long to = Math.min(open.to(), season.nextEnd(from));
                parts.add(new Span(from, to));
                if (from > until) {
                    return parts;
                }
                from = to < open.to() ? season.nextStart(to) : Span.NEVER;
            }
        }
        return parts;
    }
}
