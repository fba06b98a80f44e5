package vn.nhipcho.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.nhipcho.lifecycle.SellerCase;
import vn.nhipcho.lifecycle.Span;

/**
 * The time in which a seller could have sold: its season, without the days when carriers rest and without the spans in
 * which its shops were shut. A gap between orders is measured by it.
 */
public final class SellingTime {
    private final Seasons.Season season;
    private final List<Span> shut;

    private SellingTime(Seasons.Season season, List<Span> shut) {
        this.season = season;
        this.shut = shut;
    }

    /** Of a seller whose shops are never shut, or of whom only the orders are known. */
    public static SellingTime of(Set<String> commodities, Seasons seasons) {
        return new SellingTime(seasons.of(commodities), List.of());
    }

    public static SellingTime of(SellerCase seller, Seasons seasons) {
        return new SellingTime(seasons.of(seller.commodities()), seller.doors().shut());
    }

    /** Milliseconds of selling time between two instants. */
    public long between(long from, long to) {
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
            long at = season.plus(open.from(), left);
            if (at <= open.to()) {
                return at;
            }
            left -= season.inSeasonBetween(open.from(), open.to());
        }
        return Span.NEVER;
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
