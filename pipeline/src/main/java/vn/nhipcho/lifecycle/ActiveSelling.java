package vn.nhipcho.lifecycle;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * When a shop is an active one by AliResearch's measure (brief, 3.2): open for at least 30 days and on average at least
 * one order a month over the last three months; a younger shop is measured over the time it has been open. A month is 30
 * days here.
 */
public final class ActiveSelling {
    static final long MONTH = Duration.ofDays(30).toMillis();
    static final long WINDOW = 3 * MONTH;

    private ActiveSelling() {}

    /**
     * Sorted spans in which the shop is active.
     *
     * @param openedAt when the shop opened: its first listing or order; null: never
     * @param placedAt sorted placed_at of its orders
     */
    static List<Span> spans(Long openedAt, long[] placedAt) {
        if (openedAt == null || placedAt.length == 0) {
            return List.of();
        }
        var instants = new TreeSet<Long>();
        // A young shop's measure drops just after its age passes a whole number of months.
        for (int month = 1; month <= 3; month++) {
            instants.add(openedAt + month * MONTH);
            instants.add(openedAt + month * MONTH + 1);
        }
        for (long placed : placedAt) {
            instants.add(placed);
            instants.add(placed + WINDOW);
        }
        var spans = new ArrayList<Span>();
        Long since = null;
        for (long instant : instants) {
            boolean active = isActive(openedAt, placedAt, instant);
            if (active && since == null) {
                since = instant;
            } else if (!active && since != null) {
                spans.add(new Span(since, instant));
                since = null;
            }
        }
        return spans;
    }

    static boolean isActive(long openedAt, long[] placedAt, long instant) {
        long age = instant - openedAt;
        if (age < MONTH) {
            return false;
        }
        long window = Math.min(age, WINDOW);
        // A young shop's window reaches back to its opening and includes it.
        long after = age < WINDOW ? openedAt - 1 : instant - window;
        int orders = countUpTo(placedAt, instant) - countUpTo(placedAt, after);
        return orders * MONTH >= window;
    }

    static int countUpTo(long[] sorted, long instant) {
        int found = Arrays.binarySearch(sorted, instant);
        if (found < 0) {
            return -(found + 1);
        }
        while (found < sorted.length && sorted[found] == instant) {
            found++;
        }
        return found;
    }
}
