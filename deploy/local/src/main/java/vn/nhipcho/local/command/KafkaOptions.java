package vn.nhipcho.local.command;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;
import vn.nhipcho.clickhouse.ClickHouseConfig;
import vn.nhipcho.local.WrongUse;
import vn.nhipcho.local.data.DataDirectory;
import vn.nhipcho.local.data.RunningStack;
import vn.nhipcho.registry.RegistryConfig;
import vn.nhipcho.source.KafkaConfig;

/** Which Kafka and registry a command speaks to: those of the running stack, or others. */
final class KafkaOptions {
    @Option(
            names = "--kafka",
            paramLabel = "HOST:PORT",
            description = "A Kafka elsewhere (default: the running stack's).")
    private String kafka;

    @Option(
            names = "--kafka-properties",
            paramLabel = "FILE",
            description = "Its client properties, for TLS and log-in (default: plain text).")
    private String propertiesFile;

    @Option(names = "--registry", paramLabel = "URL", description = "Its registry (default: the running stack's).")
    private String registry;

    KafkaConfig kafka(DataDirectory directory) {
        String file = readable(propertiesFile);
        return new KafkaConfig(kafka != null ? kafka : running(directory).kafka(), file);
    }

    /** The file from wherever it is looked for, since the jobs read it too; null where there is none. */
    static String readable(String propertiesFile) {
        if (propertiesFile == null) {
            return null;
        }
        Path file = Path.of(propertiesFile).toAbsolutePath();
        if (!Files.isReadable(file)) {
            throw new WrongUse("--kafka-properties: %s cannot be read".formatted(propertiesFile));
        }
        return file.toString();
    }

    RegistryConfig registry(DataDirectory directory) {
        try {
            return RegistryConfig.of(
                    registry != null ? registry : running(directory).registry(),
                    System.getenv(ClickHouseConfig.CA_FILE_VARIABLE));
        } catch (IllegalArgumentException e) {
            throw new WrongUse("--registry: " + e.getMessage());
        }
    }

    private static RunningStack running(DataDirectory directory) {
        return directory
                .runningStack()
                .orElseThrow(() -> new WrongUse(
                        "No stack runs on %s; start it with 'nhip-cho up --source none', or give --kafka and --registry"
                                .formatted(directory.root())));
    }
}
