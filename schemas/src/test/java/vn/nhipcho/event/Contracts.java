package vn.nhipcho.event;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/** The schemas as files: the current one of each topic and every released version of it. */
final class Contracts {
    private static final Path CURRENT = Path.of("src/main/avro");
    private static final Path RESOURCES = Path.of("src/test/resources");

    private Contracts() {}

    static List<String> topics() {
        return list(CURRENT).map(folder -> folder.getFileName().toString()).toList();
    }

    static Schema current(String topic) {
        return parse(list(CURRENT.resolve(topic)).findFirst().orElseThrow());
    }

    /** Oldest first. */
    static List<Schema> released(String topic) {
        return list(RESOURCES.resolve("history").resolve(topic))
                .sorted(Comparator.comparingInt(Contracts::number))
                .map(Contracts::parse)
                .toList();
    }

    static Schema base() {
        return parse(RESOURCES.resolve("base.avsc"));
    }

    static Stream<Path> cases(String folder) {
        return list(RESOURCES.resolve(folder));
    }

    static Schema parse(Path file) {
        try {
            return new Schema.Parser().parse(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int number(Path file) {
        return Integer.parseInt(file.getFileName().toString().replaceAll("v(\\d+)\\.avsc", "$1"));
    }

    private static Stream<Path> list(Path folder) {
        try (var files = Files.list(folder)) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
