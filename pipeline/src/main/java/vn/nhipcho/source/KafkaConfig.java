package vn.nhipcho.source;

import java.io.IOException;
import java.io.Reader;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * Where Kafka is and how to log in.
 *
 * @param propertiesFile client properties for TLS and SASL; null: plain text. Secrets stay out of it, and so out of the
 *     job graph, by Kafka's own references: {@code config.providers=file} and {@code ${file:/path:key}}.
 */
public record KafkaConfig(String bootstrapServers, String propertiesFile) implements Serializable {
    public static KafkaConfig of(String bootstrapServers) {
        return new KafkaConfig(bootstrapServers, null);
    }

    /** Properties of any client: producer, consumer or admin. */
    public Properties properties() {
        var properties = new Properties();
        if (propertiesFile != null) {
            try (Reader reader = Files.newBufferedReader(Path.of(propertiesFile))) {
                properties.load(reader);
            } catch (IOException e) {
                throw new IllegalArgumentException(
                        "Kafka: the client properties file " + propertiesFile + " cannot be read", e);
            }
        }
        properties.setProperty("bootstrap.servers", bootstrapServers);
        return properties;
    }
}
