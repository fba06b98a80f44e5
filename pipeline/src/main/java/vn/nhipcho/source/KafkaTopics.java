package vn.nhipcho.source;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import vn.nhipcho.model.Topics;

/**
 * Creates the topics that are missing. Those that exist are left as they are: their settings belong to whoever runs the
 * cluster.
 */
public final class KafkaTopics {
    private static final String FOR_EVER = "-1";
    private static final String SEVEN_DAYS = Long.toString(Duration.ofDays(7).toMillis());

    private KafkaTopics() {}

    /** Returns the names of the topics that it created. */
    public static List<String> ensure(KafkaConfig kafka, int partitions) throws InterruptedException {
        try (var admin = Admin.create(kafka.properties())) {
            var existing = get(admin.listTopics().names());
            var missing = topics(partitions).stream()
                    .filter(topic -> !existing.contains(topic.name()))
                    .toList();
            List<String> created = new ArrayList<>();
            for (var entry : admin.createTopics(missing).values().entrySet()) {
                if (isCreated(entry.getValue())) {
                    created.add(entry.getKey());
                }
            }
            return created;
        }
    }

    /** The topics as they are to be, for who creates them by other means. */
    public static List<NewTopic> topics(int partitions) {
        return List.of(
                topic(Topics.ORDERS, partitions, FOR_EVER),
                topic(Topics.ACCOUNTS, partitions, FOR_EVER),
                topic(Topics.LISTINGS, partitions, FOR_EVER),
                topic(Topics.ALERTS, partitions, FOR_EVER),
                // They hold raw bytes that nobody could clean of personal data.
                topic(Topics.DEAD_LETTERS, partitions, SEVEN_DAYS));
    }

    /** Stamped by the broker: future events are told by comparison with a clock that no producer sets. */
    private static NewTopic topic(String name, int partitions, String retentionMillis) {
        return new NewTopic(name, Optional.of(partitions), Optional.empty())
                .configs(Map.of("retention.ms", retentionMillis, "message.timestamp.type", "LogAppendTime"));
    }

    private static boolean isCreated(KafkaFuture<Void> result) throws InterruptedException {
        try {
            get(result);
            return true;
        } catch (TopicExistsException anotherWasFaster) {
            return false;
        }
    }

    private static <T> T get(KafkaFuture<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
