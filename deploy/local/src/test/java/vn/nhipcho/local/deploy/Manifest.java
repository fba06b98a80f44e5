package vn.nhipcho.local.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** One YAML document under {@code deploy}. */
record Manifest(Path file, JsonNode content) {
    static final Path DEPLOY = Path.of("..").toAbsolutePath().normalize();
    private static final Set<String> NOT_OURS = Set.of("target", "node_modules", "local", "embedded");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    static List<Manifest> all() {
        return files().stream().flatMap(file -> in(file).stream()).toList();
    }

    static List<Manifest> under(String folder) {
        return all().stream()
                .filter(manifest -> manifest.file().startsWith(DEPLOY.resolve(folder)))
                .toList();
    }

    static List<Path> files() {
        try (Stream<Path> files = Files.walk(DEPLOY)) {
            return files.filter(file -> file.toString().matches(".*\\.ya?ml"))
                    .filter(file -> !NOT_OURS.contains(
                            DEPLOY.relativize(file).getName(0).toString()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Manifest> in(Path file) {
        return parse(file, text(file));
    }

    /** SnakeYAML follows anchors and {@code <<}, which Jackson does not; a key that is there twice is an error. */
    static List<Manifest> parse(Path file, String text) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        List<Manifest> documents = new ArrayList<>();
        for (Object document : new Yaml(new SafeConstructor(options)).loadAll(text)) {
            documents.add(new Manifest(file, YAML.valueToTree(document)));
        }
        return documents;
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String kind() {
        return content.path("kind").asText();
    }

    String name() {
        return content.path("metadata").path("name").asText();
    }

    boolean is(String kind) {
        return kind().equals(kind);
    }

    JsonNode spec() {
        return content.path("spec");
    }

    /** What a pod of this resource is made from; missing where it has none. */
    JsonNode podSpec() {
        return switch (kind()) {
            case "Deployment", "Job" -> spec().path("template").path("spec");
            case "FlinkDeployment" -> spec().path("podTemplate").path("spec");
            case "ClickHouseInstallation", "ClickHouseKeeperInstallation" ->
                spec().path("templates").path("podTemplates").path(0).path("spec");
            default -> MissingNode.getInstance();
        };
    }

    /** Containers that start before the others included. */
    List<JsonNode> containers() {
        List<JsonNode> containers = new ArrayList<>();
        podSpec().path("initContainers").forEach(containers::add);
        podSpec().path("containers").forEach(containers::add);
        return containers;
    }

    @Override
    public String toString() {
        return DEPLOY.relativize(file) + " " + kind() + " " + name();
    }
}
