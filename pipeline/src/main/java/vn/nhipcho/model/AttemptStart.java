package vn.nhipcho.model;

import java.io.Serializable;

/**
 * The lowest row version that an attempt of a job may write to one table; read once in {@code open()}.
 *
 * <p>It is above every version the table holds and above the clock at start, so that a worker of an earlier attempt
 * that wakes up is outranked. The running clock is never used (design, section 3).
 */
@FunctionalInterface
public interface AttemptStart extends Serializable {
    long read() throws Exception;

    /** The later of two, for a step whose rows of two tables share their version. */
    default AttemptStart or(AttemptStart other) {
        return () -> Math.max(read(), other.read());
    }

    /** The version of the next row of a key: two apart, so that a tombstone fits in between. */
    static long next(long lastVersionOfKey, long attemptStart) {
        return Math.max(lastVersionOfKey + 2, attemptStart + 1);
    }
}
