package vn.nhipcho.local.engine;

import java.util.List;
import vn.nhipcho.local.Failure;
import vn.nhipcho.registry.RegistryConfig;
import vn.nhipcho.registry.RegistryUnavailableException;
import vn.nhipcho.setup.Schemas;
import vn.nhipcho.source.KafkaConfig;
import vn.nhipcho.source.KafkaRefusal;
import vn.nhipcho.source.KafkaTopics;
import vn.nhipcho.source.KafkaTransactions;
import vn.nhipcho.topology.SellersOutputs;

/** The topics and their schemas; what is there already is left as it is. */
public final class Contracts {
    /** Twice the local parallelism, so that a larger machine can use it without moving keys. */
    private static final int PARTITIONS = 4;

    private Contracts() {}

    /** Returns what an operator should know of the topics. */
    public static List<String> createTopics(KafkaConfig kafka) {
        try {
            KafkaTransactions.problem(kafka, SellersOutputs.TRANSACTION_TIMEOUT).ifPresent(problem -> {
                throw new Failure(problem);
            });
            KafkaTopics.ensure(kafka, PARTITIONS);
            return KafkaTopics.remarks(kafka);
        } catch (KafkaRefusal e) {
            throw new Failure(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("Interrupted while Kafka was making the topics");
        }
    }

    public static void registerSchemas(RegistryConfig config) {
        try {
            Schemas.register(config);
        } catch (RegistryUnavailableException e) {
            throw new Failure(e.getMessage() + ": is it up?");
        }
    }
}
