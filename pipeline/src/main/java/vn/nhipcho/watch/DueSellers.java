package vn.nhipcho.watch;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import vn.nhipcho.lifecycle.Span;

/**
 * Which sellers have to be judged when their clock reaches an instant, though nothing new came of them. Sellers that sell
 * on the same platforms share a clock and stand in one queue. Derived from state: rebuilt after a restore.
 */
final class DueSellers {
    private final Map<Set<String>, TreeMap<Long, Set<String>>> queues = new HashMap<>();
    private final Map<String, Entry> entries = new HashMap<>();

    private record Entry(Set<String> platforms, long at) {}

    /** @param at milliseconds; {@link Span#NEVER} takes the seller out */
    void put(String seller, Set<String> platforms, long at) {
        remove(seller);
        if (at != Span.NEVER) {
            entries.put(seller, new Entry(platforms, at));
            queues.computeIfAbsent(platforms, none -> new TreeMap<>())
                    .computeIfAbsent(at, none -> new HashSet<>())
                    .add(seller);
        }
    }

    private void remove(String seller) {
        Entry entry = entries.remove(seller);
        if (entry != null) {
            var queue = queues.get(entry.platforms());
            var sellers = queue.get(entry.at());
            sellers.remove(seller);
            if (sellers.isEmpty()) {
                queue.remove(entry.at());
            }
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
