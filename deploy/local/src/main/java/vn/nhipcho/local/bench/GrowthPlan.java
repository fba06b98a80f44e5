package vn.nhipcho.local.bench;

import com.fasterxml.jackson.annotation.JsonValue;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Which event of which order comes at which place of a stream that fills state up to one size after the other and has two
 * windows to be measured at each: a push that is an order's first to fill; in a window one of six, and the others for orders
 * that are there already.
 */
record GrowthPlan(List<Stage> stages) implements Serializable {
    /** How often the time between two pushes of an order goes into that over which all orders are placed. */
    static final int PUSH_INTERVALS = 600;

    private static final long LONGEST_WINDOW = 500_000;
    private static final int EVENTS_AN_ORDER = 6;

    /** The orders to which the later pushes of a window belong. */
    enum Updates {
        /** Placed one to five push intervals ago, as when each order lives its life: what a marketplace sends. */
        RECENT,
        /** Any that is in state, the old as likely as the new, which no marketplace sends: the worst that caches can meet. */
        ANYWHERE;

        @Override
        @JsonValue
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A size of state.
     *
     * @param ordersBefore when it begins to fill
     * @param orders in state when its first window begins
     * @param start place of its first event
     * @param length events in each of its windows
     */
    record Stage(long ordersBefore, long orders, long start, long length) implements Serializable {
        List<Window> windows() {
            return Arrays.stream(Updates.values())
                    .map(updates -> new Window(orders, updates, full() + updates.ordinal() * length, length))
                    .toList();
        }

        private long full() {
            return start + orders - ordersBefore;
        }

        private long end() {
            return full() + Updates.values().length * length;
        }

        private long ordersAWindow() {
            return (length + EVENTS_AN_ORDER - 1) / EVENTS_AN_ORDER;
        }

        private long ordersAfter() {
            return orders + Updates.values().length * ordersAWindow();
        }
    }

    /** What is measured: the events from place {@code start} on. */
    record Window(long orders, Updates updates, long start, long length) implements Serializable {
        long end() {
            return start + length;
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

    List<Window> windows() {
        return stages.stream().flatMap(stage -> stage.windows().stream()).toList();
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
        long beyond = place - stage.full();
        if (beyond < 0) {
            return new Event(stage.ordersBefore + place - stage.start, 0);
        }
        int window = (int) (beyond / stage.length);
        long into = beyond % stage.length;
        long newest = stage.orders + window * stage.ordersAWindow() + into / EVENTS_AN_ORDER;
        int push = (int) (into % EVENTS_AN_ORDER);
        if (push == 0) {
            return new Event(newest, push);
        }
        long order =
                switch (Updates.values()[window]) {
                    case RECENT -> Math.max(0, newest - push * (orders() / PUSH_INTERVALS));
                    case ANYWHERE -> Math.floorMod(scattered(place), stage.orders);
                };
        return new Event(order, push);
    }

    /** A number that looks random and is the same for the same place: the last steps of SplitMix64. */
    static long scattered(long number) {
        long mixed = number * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }
}
