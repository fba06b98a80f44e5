package vn.nhipcho.importer;

import java.util.concurrent.TimeUnit;

/** Lets through so many events a second, evenly; a pause is not made up for by a burst. */
final class RateLimit {
    private static final long SHORTEST_SLEEP = TimeUnit.MILLISECONDS.toNanos(2);

    private final double nanosAnEvent;
    private double next = System.nanoTime();

    /** @param perSecond 0: no limit */
    RateLimit(double perSecond) {
        this.nanosAnEvent = perSecond == 0 ? 0 : TimeUnit.SECONDS.toNanos(1) / perSecond;
    }

    void await() throws InterruptedException {
        if (nanosAnEvent == 0) {
            return;
        }
        long now = System.nanoTime();
        next = Math.max(next + nanosAnEvent, now - SHORTEST_SLEEP);
        long ahead = (long) next - now;
        // Sleeping for less costs more than it evens out.
        if (ahead > SHORTEST_SLEEP) {
            TimeUnit.NANOSECONDS.sleep(ahead);
        }
    }
}
