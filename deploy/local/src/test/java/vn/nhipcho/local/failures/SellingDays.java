package vn.nhipcho.local.failures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The time in which one seller could have sold, added up day by day: a day counts by the share of the seller's goods that
 * is in season, and not at all at Tết and while its shops are shut.
 */
record SellingDays(Almanac almanac, Set<String> commodities, List<Stretch> shut) {
    /** Longer than any season is away. */
    private static final long LONG = 1500 * SellerStory.DAY;

    /** Whole milliseconds of it. */
    long between(long from, long to) {
        return sum(from, to, day -> commodities.isEmpty() ? 1 : almanac.inSeason(commodities, day), count());
    }

    /** In which anything at all could have been sold. */
    long anyBetween(long from, long to) {
        return sum(from, to, day -> isInSeason(day) ? 1 : 0, 1);
    }

    private interface OfDay {
        long goods(LocalDate day);
    }

    private long sum(long from, long to, OfDay inSeason, int goods) {
        long all = 0;
        for (Stretch open : new Stretch(from, to).without(shut)) {
            long sum = 0;
            for (LocalDate day = Oracle.day(open.from()); Almanac.startOf(day) < open.to(); day = day.plusDays(1)) {
                if (!almanac.rests(day)) {
                    long begin = Math.max(open.from(), Almanac.startOf(day));
                    long end = Math.min(open.to(), Almanac.startOf(day.plusDays(1)));
                    sum += (end - begin) * inSeason.goods(day);
                }
            }
            all += sum / goods;
        }
        return all;
    }

    private int count() {
        return Math.max(1, commodities.size());
    }

    private boolean isInSeason(LocalDate day) {
        return commodities.isEmpty() || almanac.inSeason(commodities, day) > 0;
    }

    /** The first instant by which so much of it has passed. */
    long after(long from, long amount) {
        long low = from;
        long high = from + LONG;
        if (between(from, high) < amount) {
            return Stretch.NEVER;
        }
        while (low < high) {
            long middle = (low + high) / 2;
            if (between(from, middle) < amount) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Where the seller may be reported within a stretch: not shut, and something is in season. Tết ends nothing. */
    List<Stretch> reportable(Stretch stretch) {
        var outOfSeason = new ArrayList<Stretch>();
        LocalDate last = Oracle.day(stretch.from() + LONG);
        for (LocalDate day = Oracle.day(stretch.from()); day.isBefore(last); day = day.plusDays(1)) {
            if (!isInSeason(day)) {
                outOfSeason.add(new Stretch(Almanac.startOf(day), Almanac.startOf(day.plusDays(1))));
            }
        }
        return stretch.without(shut).stream()
                .flatMap(open -> open.without(outOfSeason).stream())
                .toList();
    }
}
