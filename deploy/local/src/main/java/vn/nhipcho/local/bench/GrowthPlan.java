package vn.nhipcho.local.bench;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which event of which order comes at which place of a stream that fills state up to one size after the other and has a
 * window to be measured at each: a push that is an order's first to fill; in a window one of six, and the others for orders
 * from anywhere in state, as no marketplace would send them: the worst that caches can meet.
 */
record GrowthPlan(List<Stage> stages) implements Serializable {
    private static final long LONGEST_WINDOW = 500_000;
    private static final int EVENTS_AN_ORDER = 6;

    /**
     * A size of state.
     *
     * @param ordersBefore when it begins to fill
     * @param orders in state when its window begins
     * @param start place of its first event
     */
    record Stage(long ordersBefore, long orders, long start, long window) implements Serializable {
        long windowStart() {
            return start + orders - ordersBefore;
        }

        long end() {
            return windowStart() + window;
        }

        private long ordersAfter() {
            return orders + (window + EVENTS_AN_ORDER - 1) / EVENTS_AN_ORDER;
        }
    }

    /** @param push 0: the order's first */
    record Event(long order, int push) {}

    static GrowthPlan of(List<Long> orders) {
        List<Stage> stages = new ArrayList<>();
        long before = 0;
        long start = 0;
        for (long size : orders.stream().sorted(Comparator.naturalOrder()).toList()) {
            var stage = new Stage(before, Math.max(before, size), start, Math.min(LONGEST_WINDOW, size / 2));
            stages.add(stage);
            before = stage.ordersAfter();
            start = stage.end();
        }
        return new GrowthPlan(List.copyOf(stages));
    }

    long events() {
        return stages.get(stages.size() - 1).end();
    }

    long orders() {
        return stages.get(stages.size() - 1).ordersAfter();
    }

    Event at(long place) {
        Stage stage = stages.stream()
                .filter(candidate -> place < candidate.end())
                .findFirst()
                .orElseThrow();
        long intoWindow = place - stage.windowStart();
        if (intoWindow < 0) {
            return new Event(stage.ordersBefore + place - stage.start, 0);
        }
        int push = (int) (intoWindow % EVENTS_AN_ORDER);
        return push == 0
                ? new Event(stage.orders + intoWindow / EVENTS_AN_ORDER, 0)
                : new Event(Math.floorMod(scattered(place), stage.orders), push);
    }

    /** A number that looks random and is the same for the same place: the last steps of SplitMix64. */
    static long scattered(long number) {
        long mixed = number * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }
}
