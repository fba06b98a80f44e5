package vn.nhipcho.source;

import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;

/** Asks a Kafka cluster about itself, or to change. Whatever fails is a {@link KafkaRefusal}. */
final class KafkaAdmin {
    private KafkaAdmin() {}

    /** What is asked; the connection is closed afterwards. */
    interface Question<T> {
        T ask(Admin admin) throws ExecutionException, InterruptedException;
    }

    static <T> T ask(KafkaConfig kafka, Question<T> question) throws InterruptedException {
        try (var admin = Admin.create(kafka.properties())) {
            return question.ask(admin);
        } catch (ExecutionException e) {
            throw KafkaRefusal.of(kafka, e.getCause());
        } catch (KafkaException e) {
            throw KafkaRefusal.of(kafka, e);
        }
    }
}
