package vn.nhipcho.embedded.kafka;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.util.Properties;
import java.util.jar.JarFile;
import org.apache.kafka.clients.producer.KafkaProducer;

/**
 * The versions of broker and client on this class path. They must be equal: a broker of 4.1 with the client jar of 4.2
 * starts, answers, says that a topic was created, and never creates a partition.
 */
record KafkaVersions(String broker, String clients) {
    private static final String PROPERTIES = "kafka/kafka-version.properties";

    static KafkaVersions onClassPath() {
        return new KafkaVersions(versionOf(kafka.Kafka.class), versionOf(KafkaProducer.class));
    }

    void requireEqual() {
        if (!broker.equals(clients)) {
            throw new IllegalStateException("kafka_2.13 is of version " + broker + " and kafka-clients of " + clients
                    + "; give both the same version (kafka.version in the root pom.xml), or the broker never creates a"
                    + " partition");
        }
    }

    static String versionOf(Class<?> type) {
        try (var jar = new JarFile(new File(
                type.getProtectionDomain().getCodeSource().getLocation().toURI()))) {
            return versionOf(jar);
        } catch (IOException e) {
            throw new UncheckedIOException("the jar of " + type.getName() + " cannot be read", e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the jar of " + type.getName() + " has no usable address", e);
        }
    }

    /** Kafka's client and server jars carry a properties file, the broker's jar only its manifest. */
    static String versionOf(JarFile jar) throws IOException {
        var entry = jar.getEntry(PROPERTIES);
        if (entry == null) {
            return String.valueOf(jar.getManifest().getMainAttributes().getValue("Version"));
        }
        var properties = new Properties();
        try (InputStream in = jar.getInputStream(entry)) {
            properties.load(in);
        }
        return properties.getProperty("version");
    }
}
