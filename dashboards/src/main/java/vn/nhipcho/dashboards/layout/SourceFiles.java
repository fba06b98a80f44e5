package vn.nhipcho.dashboards.layout;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.stream.Stream;

/** The files that layouts are made of, named in problems by their path below the directory. */
record SourceFiles(Path root, Problems problems) {
    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(YAMLParser.Feature.EMPTY_STRING_AS_NULL)
            .build());

    Node yaml(String file) {
        Path path = root.resolve(file);
        try {
            return new Node(Files.exists(path) ? YAML.readTree(path.toFile()) : null, file, problems);
        } catch (IOException unreadable) {
            problems.add(file, "cannot be read: " + unreadable.getMessage());
            return new Node(null, file, problems);
        }
    }

    String sql(String file, String askedBy) {
        Path path = root.resolve(file).normalize();
        if (!path.startsWith(root.normalize()) || !Files.isRegularFile(path)) {
            problems.add(askedBy, "there is no file " + file);
            return "";
        }
        try {
            return Normalizer.normalize(Files.readString(path).strip(), Normalizer.Form.NFC);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The directories that hold a dashboard. */
    List<String> dashboards() {
        try (Stream<Path> directories = Files.list(root)) {
            return directories
                    .filter(directory -> Files.exists(directory.resolve("dashboard.yaml")))
                    .map(directory -> directory.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
