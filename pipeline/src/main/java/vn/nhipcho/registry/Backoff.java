package vn.nhipcho.registry;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Exponential backoff with jitter: between half and all of {@code first * 2^attempt}, capped at {@code most}. */
public record Backoff(Duration first, Duration most) {
    public static final Backoff DEFAULT = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(30));

    /** @param attempt counts from 0 */
    public Duration pause(int attempt, RandomGenerator random) {
        long doubled = first.toMillis() << Math.min(attempt, 30);
        long ceiling = Math.min(most.toMillis(), doubled);
        return Duration.ofMillis(ceiling / 2 + random.nextLong(ceiling / 2 + 1));
    }
}
