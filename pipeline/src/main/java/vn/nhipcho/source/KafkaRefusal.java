package vn.nhipcho.source;

import java.io.Serial;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;

/** Kafka did not do what it was asked: the message says why, where and what to do, in one line. */
public final class KafkaRefusal extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private KafkaRefusal(String message, Throwable cause) {
        super(message, cause);
    }

    static KafkaRefusal of(KafkaConfig kafka, Throwable failure) {
        Throwable reason = reason(failure);
        return new KafkaRefusal(
                "Kafka at %s %s".formatted(kafka.bootstrapServers(), sentence(reason, properties(kafka))), reason);
    }

    /** Whether it is merely this user who may not. */
    boolean isForbidden() {
        return getCause() instanceof AuthorizationException;
    }

    private static String sentence(Throwable reason, String properties) {
        String said = said(reason);
        if (reason instanceof SslAuthenticationException) {
            return "shows a certificate that is not trusted (%s): ssl.truststore.location in %s must name the authority of its certificate, which must be for that host"
                    .formatted(said, properties);
        }
        if (reason instanceof SaslAuthenticationException) {
            return "refuses the log-in (%s): check user, password and sasl.mechanism in %s".formatted(said, properties);
        }
        if (reason instanceof AuthorizationException) {
            return "does not allow it (%s): give the user of %s that right".formatted(said, properties);
        }
        if (reason instanceof TimeoutException) {
            return "does not answer (%s): is it up, and does it speak security.protocol of %s there?"
                    .formatted(said, properties);
        }
        if (reason instanceof ConfigException) {
            return "cannot be asked (%s): check %s".formatted(said, properties);
        }
        return "did not do it (" + said + ")";
    }

    private static String properties(KafkaConfig kafka) {
        return Optional.ofNullable(kafka.propertiesFile())
                .orElse("the client properties (there are none: plain text; --kafka-properties FILE)");
    }

    /** Kafka's client wraps what it cannot begin with; what the server says is the first that is known here. */
    private static Throwable reason(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof SslAuthenticationException
                    || at instanceof SaslAuthenticationException
                    || at instanceof AuthorizationException
                    || at instanceof TimeoutException
                    || at instanceof ConfigException) {
                return at;
            }
        }
        return failure;
    }

    /** With the innermost reason: of a certificate that is the one that helps. */
    private static String said(Throwable reason) {
        Throwable root = reason;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage() == null ? root : root.getMessage())
                .replaceAll("\\s+", " ");
    }
}
