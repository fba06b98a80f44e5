package vn.nhipcho.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** Opens the job jar as it was built. */
class JobJarIT {
    private static final Path JAR = Path.of(System.getProperty("nhipcho.jobJar"));

    @Test
    void holdsTheJobAndItsConnectors() throws IOException {
        assertThat(entries())
                .contains(
                        "vn/nhipcho/job/SalesJob.class",
                        "org/apache/flink/connector/kafka/source/KafkaSource.class",
                        "com/clickhouse/jdbc/Driver.class",
                        "com/fasterxml/jackson/dataformat/yaml/YAMLFactory.class",
                        "org/yaml/snakeyaml/Yaml.class",
                        "alerts/rules.yaml",
                        "clickhouse/migrations/0001_databases.sql");
    }

    @Test
    void holdsNoBrokerNoEngineAndNoFlinkRuntime() throws IOException {
        assertThat(entries())
                .noneMatch(name -> name.startsWith("kafka/server/"))
                .noneMatch(name -> name.startsWith("vn/nhipcho/embedded/"))
                .noneMatch(name -> name.contains("chdb"))
                .noneMatch(name -> name.startsWith("com/sun/jna/"))
                .noneMatch(name -> name.startsWith("org/apache/flink/runtime/"));
    }

    private static List<String> entries() throws IOException {
        try (var jar = new JarFile(JAR.toFile())) {
            return jar.stream().map(ZipEntry::getName).toList();
        }
    }
}
