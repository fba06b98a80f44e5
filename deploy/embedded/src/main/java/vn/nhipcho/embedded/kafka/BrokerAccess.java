package vn.nhipcho.embedded.kafka;

import java.nio.file.Path;
import java.util.Map;
import vn.nhipcho.embedded.tls.SelfSigned;

/**
 * TLS and a log-in (SCRAM-SHA-512) for the clients of a broker, as a cluster asks for them: what a test has to show that
 * they work. Not for keeping anybody out: the broker's own listener beside it is open to the machine.
 *
 * @param certificate the broker's
 * @param user who may log in, with this password
 */
public record BrokerAccess(SelfSigned certificate, String user, String password) {
    private static final String NAME = "CLIENTS";

    String listener(String host, int port) {
        return NAME + "://" + host + ":" + port;
    }

    Map<String, String> settings() {
        String prefix = "listener.name." + NAME.toLowerCase() + ".";
        return Map.of(
                "listener.security.protocol.map",
                NAME + ":SASL_SSL,PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "sasl.enabled.mechanisms",
                "SCRAM-SHA-512",
                prefix + "scram-sha-512.sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required;",
                prefix + "ssl.keystore.type",
                "PKCS12",
                prefix + "ssl.keystore.location",
                certificate.keyStore().toString(),
                prefix + "ssl.keystore.password",
                SelfSigned.PASSWORD,
                prefix + "ssl.key.password",
                SelfSigned.PASSWORD);
    }

    /** For the tool that formats the storage, which keeps the log-ins from the first start on. */
    String credentials() {
        return "SCRAM-SHA-512=[name=%s,password=%s]".formatted(user, password);
    }

    /** The client properties, as a file of them has to have them; the password stands in a file of its own. */
    public String clientProperties(Path passwordFile) {
        return """
                security.protocol=SASL_SSL
                sasl.mechanism=SCRAM-SHA-512
                config.providers=file
                config.providers.file.class=org.apache.kafka.common.config.provider.FileConfigProvider
                sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required \\
                    username="%s" password="${file:%s:password}";
                ssl.truststore.type=PEM
                ssl.truststore.location=%s
                """.formatted(user, passwordFile, certificate.authority());
    }
}
