package vn.nhipcho.registry;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** Ids that the registry said it does not know, for a short while: a flood of poison records must not become its own. */
final class UnknownIds {
    private static final Duration TRUSTED_FOR = Duration.ofSeconds(10);
    private static final int MOST = 10_000;

    private final InstantSource clock;
    private final Map<Integer, Instant> until = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Instant> eldest) {
            return size() > MOST;
        }
    };

    UnknownIds(InstantSource clock) {
        this.clock = clock;
    }

    synchronized boolean contains(int id) {
        var end = until.get(id);
        return end != null && clock.instant().isBefore(end);
    }

    synchronized void add(int id) {
        until.put(id, clock.instant().plus(TRUSTED_FOR));
    }
}
