package vn.nhipcho.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.CertificateException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Test;

class KafkaRefusalTest {
    private static final KafkaConfig KAFKA = new KafkaConfig("kafka:9093", "/etc/kafka.properties");

    @Test
    void tellsALogInFromACertificateFromARightFromSilence() {
        assertThat(said(new SaslAuthenticationException("invalid credentials")))
                .isEqualTo("Kafka at kafka:9093 refuses the log-in (invalid credentials): check user, password and"
                        + " sasl.mechanism in /etc/kafka.properties");
        assertThat(said(new SslAuthenticationException("handshake failed", new CertificateException("no path"))))
                .startsWith("Kafka at kafka:9093 shows a certificate that is not trusted (no path): ssl.truststore");
        assertThat(said(new TopicAuthorizationException("not\nyours")))
                .isEqualTo("Kafka at kafka:9093 does not allow it (not yours): give the user of"
                        + " /etc/kafka.properties that right");
        assertThat(said(new TimeoutException("waited")))
                .startsWith("Kafka at kafka:9093 does not answer (waited): is it up");
    }

    @Test
    void looksIntoWhatTheClientWrapsWhenItCannotBegin() {
        assertThat(said(new KafkaException("Failed to create", new ConfigException("no such file"))))
                .isEqualTo("Kafka at kafka:9093 cannot be asked (no such file): check /etc/kafka.properties");
    }

    @Test
    void onlyALackingRightIsForbidden() {
        assertThat(KafkaRefusal.of(KAFKA, new TopicAuthorizationException("x")).isForbidden())
                .isTrue();
        assertThat(KafkaRefusal.of(KAFKA, new SaslAuthenticationException("x")).isForbidden())
                .isFalse();
    }

    private static String said(Throwable failure) {
        return KafkaRefusal.of(KAFKA, failure).getMessage();
    }
}
