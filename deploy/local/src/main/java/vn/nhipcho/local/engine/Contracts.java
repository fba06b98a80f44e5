package vn.nhipcho.local.engine;

import java.util.Map;
import org.apache.avro.Schema;
import org.apache.kafka.common.KafkaException;
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
import vn.nhipcho.source.KafkaTopics;
import vn.nhipcho.source.KafkaTransactions;
import vn.nhipcho.topology.SellersOutputs;

/** The topics and their schemas; what is there already is left as it is. */
public final class Contracts {
    /** Twice the local parallelism, so that a larger machine can use it without moving keys. */
    private static final int PARTITIONS = 4;

    private static final Map<String, Schema> SCHEMAS = Map.of(
            Topics.ORDERS, OrderEvent.getClassSchema(),
            Topics.ACCOUNTS, AccountEvent.getClassSchema(),
            Topics.LISTINGS, ListingEvent.getClassSchema(),
            Topics.ALERTS, SellerAlert.getClassSchema(),
            Topics.DEAD_LETTERS, DeadLetter.getClassSchema());

    private Contracts() {}

    public static void createTopics(KafkaConfig kafka) {
        try {
            KafkaTransactions.problem(kafka, SellersOutputs.TRANSACTION_TIMEOUT).ifPresent(problem -> {
                throw new Failure(problem);
            });
            KafkaTopics.ensure(kafka, PARTITIONS);
        } catch (KafkaException e) {
            throw new Failure("Kafka at " + kafka.bootstrapServers() + " did not make the topics", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("Interrupted while Kafka was making the topics");
        }
    }

    public static void registerSchemas(RegistryConfig config) {
        var registry = new SchemaRegistryClient(config);
        SCHEMAS.forEach((topic, schema) -> new AvroEncoder<>(registry, topic, schema));
    }
}
