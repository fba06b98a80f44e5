package vn.nhipcho.local.engine;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.avro.Schema;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import vn.nhipcho.event.AccountEvent;
import vn.nhipcho.event.DeadLetter;
import vn.nhipcho.event.ListingEvent;
import vn.nhipcho.event.OrderEvent;
import vn.nhipcho.event.SellerAlert;
import vn.nhipcho.local.Failure;
import vn.nhipcho.model.Topics;
import vn.nhipcho.registry.AvroEncoder;
import vn.nhipcho.registry.RegistryConfig;
import vn.nhipcho.registry.SchemaRegistryClient;
import vn.nhipcho.source.KafkaConfig;

/** The topics and their schemas; what is there already is left as it is. */
public final class Contracts {
    /** Twice the local parallelism, so that a larger machine can use it without moving keys. */
    private static final int PARTITIONS = 4;

    private static final short CLUSTER_DEFAULT = -1;
    /** A dead letter holds raw bytes, which may name a person. */
    private static final Duration DEAD_LETTERS_LIVE = Duration.ofDays(7);

    private static final Map<String, Schema> SCHEMAS = Map.of(
            Topics.ORDERS, OrderEvent.getClassSchema(),
            Topics.ACCOUNTS, AccountEvent.getClassSchema(),
            Topics.LISTINGS, ListingEvent.getClassSchema(),
            Topics.ALERTS, SellerAlert.getClassSchema(),
            Topics.DEAD_LETTERS, DeadLetter.getClassSchema());

    private Contracts() {}

    public static void createTopics(KafkaConfig kafka) {
        try (var admin = Admin.create(kafka.properties())) {
            for (var answer : admin.createTopics(topics()).values().values()) {
                awaitCreated(answer::get);
            }
        }
    }

    public static void registerSchemas(RegistryConfig config) {
        var registry = new SchemaRegistryClient(config);
        SCHEMAS.forEach((topic, schema) -> new AvroEncoder<>(registry, topic, schema));
    }

    private static List<NewTopic> topics() {
        return SCHEMAS.keySet().stream()
                .map(name -> new NewTopic(name, Optional.of(PARTITIONS), Optional.of(CLUSTER_DEFAULT))
                        .configs(
                                name.equals(Topics.DEAD_LETTERS)
                                        ? Map.of("retention.ms", Long.toString(DEAD_LETTERS_LIVE.toMillis()))
                                        : Map.of()))
                .toList();
    }

    private static void awaitCreated(Creation creation) {
        try {
            creation.await();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new Failure("Kafka did not make the topics", e.getCause());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("Interrupted while Kafka was making the topics");
        }
    }

    private interface Creation {
        void await() throws ExecutionException, InterruptedException;
    }
}
