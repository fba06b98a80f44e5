package vn.nhipcho.watch;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/**
 * Which sellers have to be judged when their clock reaches an instant, though nothing new came of them. Sellers that sell
 * on the same platforms share a clock and stand in one queue. Derived from state: rebuilt after a restore.
 */
final class DueSellers {
    private final Map<Set<String>, TreeMap<Long, Set<String>>> queues = new HashMap<>();
    private final Map<String, Map<Set<String>, Long>> entries = new HashMap<>();

    /** @param moments by the platforms whose slowest clock counts, in milliseconds; none takes the seller out */
    void put(String seller, Map<Set<String>, Long> moments) {
        remove(seller);
        if (!moments.isEmpty()) {
            entries.put(seller, moments);
            moments.forEach((platforms, at) -> queues.computeIfAbsent(platforms, none -> new TreeMap<>())
                    .computeIfAbsent(at, none -> new HashSet<>())
                    .add(seller));
        }
    }

    private void remove(String seller) {
        var moments = entries.remove(seller);
        if (moments != null) {
            moments.forEach((platforms, at) -> {
                var queue = queues.get(platforms);
                var sellers = queue.get(at);
                sellers.remove(seller);
                if (sellers.isEmpty()) {
                    queue.remove(at);
                }
            });
        }
    }

    /** Those whose instant has come, by the clock of their platforms; they stay until they are put anew. */
    Set<String> due(ToLongFunction<Set<String>> clock) {
        var due = new HashSet<String>();
        queues.forEach((platforms, queue) ->
                queue.headMap(clock.applyAsLong(platforms), true).values().forEach(due::addAll));
        return due;
    }
}
