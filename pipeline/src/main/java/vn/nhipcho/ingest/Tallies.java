package vn.nhipcho.ingest;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** The tallies of several partitions between two checkpoints. */
final class Tallies {
    private final Map<String, Map<Integer, Tally>> byTopic = new HashMap<>();

    Tally of(String topic, int partition) {
        return byTopic.computeIfAbsent(topic, absent -> new HashMap<>())
                .computeIfAbsent(partition, absent -> new Tally(topic, partition));
    }

    void drain(Consumer<LedgerEntry> consumer) {
        byTopic.values().forEach(partitions -> partitions.values().forEach(tally -> consumer.accept(tally.entry())));
        byTopic.clear();
    }
}
