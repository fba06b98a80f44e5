package vn.nhipcho.watch;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** The clocks of all platforms; each only goes forward. */
final class Clocks {
    /** Before anything was seen. */
    static final long NONE = Long.MIN_VALUE;

    private final Map<String, Long> byPlatform = new HashMap<>();

    /** Whether it went forward. */
    boolean advance(String platform, long millis) {
        Long before = byPlatform.get(platform);
        if (before != null && before >= millis) {
            return false;
        }
        byPlatform.put(platform, millis);
        return true;
    }

    /**
     * The slowest clock of the platforms a seller sells on. A platform that has never sent an order has no clock and is
     * left out; where none has one, the register's clock counts.
     */
    long of(Set<String> platforms) {
        long slowest = Long.MAX_VALUE;
        for (String platform : platforms) {
            slowest = Math.min(slowest, byPlatform.getOrDefault(platform, Long.MAX_VALUE));
        }
        return slowest == Long.MAX_VALUE ? byPlatform.getOrDefault(PlatformClock.REGISTER, NONE) : slowest;
    }

    void forEach(BiConsumer<String, Long> action) {
        byPlatform.forEach(action);
    }

    void clear() {
        byPlatform.clear();
    }

    Clocks copy() {
        var copy = new Clocks();
        copy.byPlatform.putAll(byPlatform);
        return copy;
    }
}
