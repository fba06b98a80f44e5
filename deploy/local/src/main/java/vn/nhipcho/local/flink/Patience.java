package vn.nhipcho.local.flink;

import java.time.Duration;

/** Waits between attempts, up to a limit. */
final class Patience {
    private static final long PAUSE_MILLIS = 300;

    private final long deadline;

    private Patience(long deadline) {
        this.deadline = deadline;
    }

    static Patience of(Duration limit) {
        return new Patience(System.nanoTime() + limit.toNanos());
    }

    /** Pauses and returns true; false at once when the limit is reached or the thread is interrupted. */
    boolean pause() {
        if (System.nanoTime() > deadline) {
            return false;
        }
        try {
            Thread.sleep(PAUSE_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
