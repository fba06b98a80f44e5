package vn.nhipcho.source;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import vn.nhipcho.model.Topics;

/**
 * Creates the topics that are missing. Those that exist are left as they are: their settings belong to whoever runs the
 * cluster.
 */
public final class KafkaTopics {
    private static final List<String> INPUTS = List.of(Topics.ORDERS, Topics.ACCOUNTS, Topics.LISTINGS);
    private static final String BY_THE_BROKER = "LogAppendTime";
    private static final String FOR_EVER = "-1";
    private static final String SEVEN_DAYS = Long.toString(Duration.ofDays(7).toMillis());

    private KafkaTopics() {}

    /** Returns the names of the topics that it created. */
    public static List<String> ensure(KafkaConfig kafka, int partitions) throws InterruptedException {
        return KafkaAdmin.ask(kafka, admin -> {
            var existing = admin.listTopics().names().get();
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
        });
    }

    /**
     * What an operator should know of the topics that the jobs read, each with what to do; empty when all is well or
     * their settings may not be asked.
     */
    public static List<String> remarks(KafkaConfig kafka) throws InterruptedException {
        var topics = INPUTS.stream()
                .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
                .toList();
        try {
            var settings = KafkaAdmin.ask(
                    kafka, admin -> admin.describeConfigs(topics).all().get());
            return topics.stream()
                    .flatMap(topic -> remarks(topic.name(), settings.get(topic)))
                    .toList();
        } catch (KafkaRefusal refusal) {
            if (refusal.isForbidden()) {
                return List.of();
            }
            throw refusal;
        }
    }

    private static Stream<String> remarks(String topic, Config settings) {
        String stamp = settings.get("message.timestamp.type").value();
        long retention = Long.parseLong(settings.get("retention.ms").value());
        List<String> remarks = new ArrayList<>();
        if (!stamp.equals(BY_THE_BROKER)) {
            remarks.add(
                    ("%s: records are stamped by their producers (%s), so a producer's wrong clock makes dead letters,"
                                    + " or hides them; set message.timestamp.type=%s")
                            .formatted(topic, stamp, BY_THE_BROKER));
        }
        if (retention >= 0) {
            remarks.add(
                    ("%s: records are deleted after %s, so a job that stands still for longer fails; set retention.ms=-1,"
                                    + " or see deploy/RUNBOOK.md#records-deleted-before-they-were-read")
                            .formatted(topic, Duration.ofMillis(retention)));
        }
        return remarks.stream();
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
                .configs(Map.of("retention.ms", retentionMillis, "message.timestamp.type", BY_THE_BROKER));
    }

    private static boolean isCreated(KafkaFuture<Void> result) throws ExecutionException, InterruptedException {
        try {
            result.get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicExistsException) {
                // Another was faster.
                return false;
            }
            throw e;
        }
    }
}
