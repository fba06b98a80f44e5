package vn.nhipcho.dashboards.provisioning;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import vn.nhipcho.dashboards.Module;

/** What Grafana reads when it starts, as it is committed: path below {@code grafana/provisioning} and content. */
public final class Provisioning {
    static final Path DIRECTORY = Module.DIRECTORY.resolve("grafana/provisioning");
    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build());

    private Provisioning() {}

    static Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(DIRECTORY)) {
            for (Path path :
                    paths.filter(file -> file.toString().endsWith(".yaml")).toList()) {
                texts.put(DIRECTORY.relativize(path).toString(), Files.readString(path));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return texts;
    }

    static Map<String, JsonNode> files() {
        Map<String, JsonNode> files = new TreeMap<>();
        texts().forEach((path, text) -> files.put(path, parse(text)));
        return files;
    }

    static JsonNode parse(String yaml) {
        try {
            return YAML.readTree(yaml);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** What stands under a key of the files: {@code groups}, {@code contactPoints} … */
    public static List<JsonNode> all(String key) {
        return files().values().stream()
                .flatMap(file -> items(file.path(key)).stream())
                .toList();
    }

    /** The alert rules of all groups. */
    public static List<JsonNode> rules() {
        return all("groups").stream()
                .flatMap(group -> items(group.path("rules")).stream())
                .toList();
    }

    /** The SQL of an alert rule, as Grafana sends it to the data source. */
    public static String rawSql(JsonNode rule) {
        return rule.at("/data/0/model/rawSql").asText();
    }

    static List<JsonNode> items(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).toList();
    }
}
