package vn.nhipcho.clickhouse;

import java.util.random.RandomGenerator;

/** Waits twice as long each time up to a limit, less a random half, so that many tasks do not come back at once. */
public final class Backoff {
    private static final long FIRST_MILLIS = 100;

    private final long maxMillis;
    private final RandomGenerator random;
    private final Sleeper sleeper;

    interface Sleeper {
        void sleep(long millis) throws InterruptedException;
    }

    Backoff(long maxMillis, RandomGenerator random, Sleeper sleeper) {
        this.maxMillis = maxMillis;
        this.random = random;
        this.sleeper = sleeper;
    }

    public static Backoff ofSeconds(int maxSeconds) {
        return new Backoff(maxSeconds * 1000L, RandomGenerator.getDefault(), Thread::sleep);
    }

    /** Waits before attempt number {@code attempt}, counted from 1. */
    public void await(int attempt) throws InterruptedException {
        long ceiling = Math.min(maxMillis, FIRST_MILLIS << Math.min(attempt - 1, 20));
        sleeper.sleep(ceiling / 2 + random.nextLong(ceiling / 2 + 1));
    }
}
