package vn.nhipcho.registry;

import java.io.IOException;
import java.io.Serializable;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the schema registry is and how to log in.
 *
 * @param url base address, with a path where the registry has one (Apicurio: {@code /apis/ccompat/v7})
 * @param credentialsFile file that holds {@code user:password}; null: the environment variable
 *     {@value #CREDENTIALS_VARIABLE}, and where that is not set, no log-in. Read where the client runs, so that no
 *     password travels in a job graph.
 * @param caFile PEM file of the certificate authorities to trust instead of the JVM's; null: the JVM's
 */
public record RegistryConfig(URI url, String credentialsFile, String caFile) implements Serializable {
    public static final String CREDENTIALS_VARIABLE = "NHIP_CHO_REGISTRY_CREDENTIALS";

    public RegistryConfig {
        if (url.getHost() == null
                || !(url.getScheme().equals("http") || url.getScheme().equals("https"))) {
            throw new IllegalArgumentException(
                    "schema registry: '" + url + "' is no address; write it like http://localhost:8085");
        }
    }

    public static RegistryConfig of(String url) {
        return of(url, null);
    }

    /** @param caFile null: the JVM's authorities */
    public static RegistryConfig of(String url, String caFile) {
        return new RegistryConfig(URI.create(url), null, caFile);
    }

    Optional<String> credentials() {
        if (credentialsFile == null) {
            return Optional.ofNullable(System.getenv(CREDENTIALS_VARIABLE)).filter(value -> !value.isBlank());
        }
        try {
            return Optional.of(Files.readString(Path.of(credentialsFile)).strip());
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "schema registry: the credentials file " + credentialsFile
                            + " cannot be read; it must hold one line user:password",
                    e);
        }
    }
}
