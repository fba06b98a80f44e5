package vn.nhipcho.source;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.ConfigResource.Type;

/** How long a transaction a Kafka cluster allows; a job that asks for more fails at its first record, not at its start. */
public final class KafkaTransactions {
    private static final String MAXIMUM = "transaction.max.timeout.ms";

    private KafkaTransactions() {}

    /** What to change when the cluster allows less than {@code needed}; empty when it is right or may not be asked. */
    public static Optional<String> problem(KafkaConfig kafka, Duration needed) throws InterruptedException {
        try {
            var allowed = KafkaAdmin.ask(kafka, KafkaTransactions::allowed);
            return allowed.compareTo(needed) >= 0
                    ? Optional.empty()
                    : Optional.of(
                            ("Kafka at %s allows transactions of %s, and alerts are written in transactions of %s: set"
                                            + " %s=%d on its brokers")
                                    .formatted(kafka.bootstrapServers(), allowed, needed, MAXIMUM, needed.toMillis()));
        } catch (KafkaRefusal refusal) {
            if (refusal.isForbidden()) {
                return Optional.empty();
            }
            throw refusal;
        }
    }

    private static Duration allowed(Admin admin) throws ExecutionException, InterruptedException {
        String broker = admin.describeCluster().nodes().get().iterator().next().idString();
        var resource = new ConfigResource(Type.BROKER, broker);
        var settings = admin.describeConfigs(List.of(resource)).all().get().get(resource);
        return Duration.ofMillis(Long.parseLong(settings.get(MAXIMUM).value()));
    }
}
