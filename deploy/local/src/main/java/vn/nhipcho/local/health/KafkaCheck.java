package vn.nhipcho.local.health;

import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import vn.nhipcho.source.KafkaConfig;

/** Whether a broker answers. */
public final class KafkaCheck implements HealthCheck, AutoCloseable {
    private final Admin admin;

    public KafkaCheck(KafkaConfig kafka) {
        Properties properties = kafka.properties();
        properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) ANSWER.toMillis());
        properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) ANSWER.toMillis());
        this.admin = Admin.create(properties);
    }

    @Override
    public Finding look() throws Exception {
        int brokers = admin.describeCluster().nodes().get().size();
        return brokers > 0 ? Finding.well(Map.of("kafka", "reachable")) : unanswered("it names no broker");
    }

    @Override
    public Finding unanswered(String reason) {
        return Finding.problem(
                Map.of("kafka", "unreachable"),
                "Kafka does not answer: " + reason,
                "start it; sources and jobs wait and go on by themselves");
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
    }
}
