package vn.nhipcho.local.run;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import vn.nhipcho.local.Failure;
import vn.nhipcho.local.clickhouse.ClickHouseHttp;
import vn.nhipcho.local.clickhouse.SqlRefused;
import vn.nhipcho.model.Topics;
import vn.nhipcho.source.KafkaConfig;

/** How much of what is in Kafka can be queried already. */
public final class Arrivals implements AutoCloseable {
    private static final List<String> INPUTS = List.of(Topics.ORDERS, Topics.ACCOUNTS, Topics.LISTINGS);
    private static final String QUERYABLE = """
            SELECT job, topic, partition, max(last_offset) + 1
            FROM market_raw.ingest_ledger FINAL
            GROUP BY job, topic, partition
            """;

    /** The watch asks again and again, so an answer that takes longer is none. */
    private static final Duration ANSWER = Duration.ofSeconds(5);

    private final Admin admin;
    private final ClickHouseHttp clickhouse;
    private List<TopicPartition> partitions;

    Arrivals(KafkaConfig kafka, ClickHouseHttp clickhouse) {
        Properties properties = kafka.properties();
        properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) ANSWER.toMillis());
        properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) ANSWER.toMillis());
        this.admin = Admin.create(properties);
        this.clickhouse = clickhouse;
    }

    /** Records in the topics that no committed checkpoint of the slowest of some jobs covers. */
    long lag(Set<String> jobs) throws SqlRefused {
        Map<TopicPartition, Long> ends = ends();
        Map<String, Map<TopicPartition, Long>> queryable = new HashMap<>();
        for (String[] row : clickhouse.rows(QUERYABLE)) {
            queryable
                    .computeIfAbsent(row[0], job -> new HashMap<>())
                    .put(new TopicPartition(row[1], Integer.parseInt(row[2])), Long.parseLong(row[3]));
        }
        return jobs.stream()
                .mapToLong(job -> lag(ends, queryable.getOrDefault(job, Map.of())))
                .max()
                .orElse(0);
    }

    private static long lag(Map<TopicPartition, Long> ends, Map<TopicPartition, Long> queryable) {
        return ends.entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - queryable.getOrDefault(end.getKey(), 0L)))
                .sum();
    }

    private Map<TopicPartition, Long> ends() {
        try {
            if (partitions == null) {
                partitions = admin.describeTopics(INPUTS).allTopicNames().get().values().stream()
                        .flatMap(topic -> topic.partitions().stream()
                                .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                        .toList();
            }
            return admin
                    .listOffsets(partitions.stream()
                            .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest())))
                    .all()
                    .get()
                    .entrySet()
                    .stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, end -> end.getValue().offset()));
        } catch (ExecutionException e) {
            throw new Failure("Kafka does not tell how far its topics go", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("Interrupted while asking Kafka");
        }
    }

    @Override
    public void close() {
        // A broker that is gone would hold it for as long as it likes.
        admin.close(Duration.ofSeconds(1));
    }
}
