package vn.nhipcho.local.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every YAML file under {@code deploy}, against the model of what it is. */
class ManifestsTest {
    private static final StrictModels MODELS = new StrictModels(schemas());
    private static final Set<String> KUSTOMIZATION =
            Set.of("apiVersion", "kind", "namespace", "resources", "labels", "patches", "images");
    /** Read by programs that are not Kubernetes; each has a test of its own. */
    private static final List<String> NO_RESOURCES =
            List.of("compose/compose.yaml", "compose/prometheus/prometheus.yaml", "compose/prometheus/rules.yaml");

    @Test
    void everyResourceFitsItsModelAndNoneIsLeftOut() {
        List<Manifest> resources = Manifest.all().stream()
                .filter(manifest -> !NO_RESOURCES.contains(relative(manifest.file())))
                .filter(manifest -> !manifest.is("Kustomization"))
                .toList();

        assertThat(resources).hasSizeGreaterThan(60);
        assertThat(resources).allSatisfy(manifest -> assertThat(MODELS.problems(manifest))
                .as(manifest.toString())
                .isEmpty());
        assertThat(NO_RESOURCES)
                .allSatisfy(file -> assertThat(Manifest.DEPLOY.resolve(file)).exists());
    }

    @Test
    void aFieldThatDoesNotExistIsRefusedInEveryResource() {
        Manifest.under("kubernetes").stream()
                .filter(manifest -> manifest.spec().isObject())
                .forEach(manifest -> {
                    var misspelt =
                            new Manifest(manifest.file(), manifest.content().deepCopy());
                    ((ObjectNode) misspelt.spec()).put("replicaz", 3);
                    assertThat(MODELS.problems(misspelt))
                            .as(manifest.toString())
                            .isNotEmpty();
                });
    }

    @Test
    void kustomizationsNameFilesThatAreThereAndEveryFileIsNamed() {
        Set<Path> named = new HashSet<>();
        List<Manifest> kustomizations = Manifest.all().stream()
                .filter(manifest -> manifest.is("Kustomization"))
                .toList();
        for (Manifest manifest : kustomizations) {
            List<String> keys = new ArrayList<>();
            manifest.content().fieldNames().forEachRemaining(keys::add);
            assertThat(KUSTOMIZATION).as(manifest.toString()).containsAll(keys);
            for (Path path : references(manifest)) {
                Path file = Files.isDirectory(path) ? path.resolve("kustomization.yaml") : path;
                assertThat(file).as(manifest.toString()).exists();
                named.add(file);
            }
        }
        Set<Path> overlays = new HashSet<>();
        kustomizations.stream()
                .map(Manifest::file)
                .filter(file -> file.getParent().getParent().endsWith("overlays"))
                .forEach(overlays::add);
        assertThat(overlays).hasSize(2);
        assertThat(Manifest.files())
                .filteredOn(file -> relative(file).startsWith("kubernetes/"))
                .filteredOn(file -> !overlays.contains(file))
                .allMatch(named::contains);
    }

    @Test
    void imagesArePinnedAndOfTheReleasesThatTheBuildTests() throws IOException {
        Set<String> images = new TreeSet<>();
        Manifest.all().forEach(manifest -> collect(manifest.content(), "image", images));
        for (Path file : dockerfiles()) {
            Matcher from = Pattern.compile("(?m)^FROM (\\S+)").matcher(Manifest.text(file));
            from.results().forEach(found -> images.add(found.group(1)));
        }
        // The overlays give these two their tags.
        images.removeAll(Set.of("nhip-cho/job", "nhip-cho/grafana"));

        assertThat(images)
                .hasSizeGreaterThan(9)
                .allMatch(image -> image.matches("[a-z0-9./-]+:v?[0-9]+\\.[0-9]+\\.[0-9][\\w.-]*"));
        assertThat(images)
                .contains(
                        "flink:" + property("flink.version") + "-scala_2.12-java17",
                        "apache/kafka:" + property("kafka.version"),
                        "apicurio/apicurio-registry:" + apicurio());
        assertThat(Manifest.text(Manifest.DEPLOY.resolve("images/job.Dockerfile")))
                .contains("flink-s3-fs-presto-" + property("flink.version") + ".jar");
        assertThat(Manifest.under("kubernetes").stream()
                        .filter(manifest -> manifest.is("Kafka"))
                        .map(manifest ->
                                manifest.spec().path("kafka").path("version").asText()))
                .containsExactly(property("kafka.version"));
    }

    @Test
    void scriptsAreWellFormed() throws IOException, InterruptedException {
        List<Path> scripts;
        try (Stream<Path> files = Stream.of("compose", "images")
                .flatMap(folder -> list(Manifest.DEPLOY.resolve(folder)))
                .filter(Files::isRegularFile)
                .filter(file -> Manifest.text(file).startsWith("#!"))) {
            scripts = files.toList();
        }
        assertThat(scripts).hasSize(6);
        for (Path script : scripts) {
            assertThat(script).isExecutable();
            var bash = new ProcessBuilder("bash", "-n", script.toString())
                    .inheritIO()
                    .start();
            assertThat(bash.waitFor()).as(script.toString()).isZero();
        }
    }

    private static List<Path> references(Manifest kustomization) {
        Path folder = kustomization.file().getParent();
        List<Path> paths = new ArrayList<>();
        kustomization.content().path("resources").forEach(one -> paths.add(folder.resolve(one.asText())));
        kustomization.content().path("patches").forEach(patch -> {
            if (patch.has("path")) {
                paths.add(folder.resolve(patch.path("path").asText()));
            }
        });
        return paths.stream().map(Path::normalize).toList();
    }

    static void collect(JsonNode node, String field, Set<String> values) {
        if (node.path(field).isTextual()) {
            values.add(node.path(field).asText());
        }
        node.forEach(child -> collect(child, field, values));
    }

    private static List<Path> dockerfiles() throws IOException {
        try (Stream<Path> files = Files.list(Manifest.DEPLOY.resolve("images"))) {
            List<Path> found = files.filter(file -> file.toString().endsWith(".Dockerfile"))
                    .toList();
            assertThat(found).hasSize(2);
            return found;
        }
    }

    private static Stream<Path> list(Path folder) {
        try {
            return Files.list(folder);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String relative(Path file) {
        return Manifest.DEPLOY.relativize(file).toString();
    }

    private static String property(String name) {
        return property(Manifest.DEPLOY.resolve("../pom.xml"), name);
    }

    private static String apicurio() {
        return property(Manifest.DEPLOY.resolve("../pipeline/pom.xml"), "apicurio.version");
    }

    private static String property(Path pom, String name) {
        Matcher found = Pattern.compile("<" + Pattern.quote(name) + ">([^<]+)<").matcher(Manifest.text(pom));
        assertThat(found.find()).as(name).isTrue();
        return found.group(1);
    }

    static JsonNode schemas() {
        try (var in = ManifestsTest.class.getResourceAsStream("/manifests/custom-resources.yaml")) {
            return Manifest.parse(
                            Path.of("custom-resources.yaml"), new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .get(0)
                    .content();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
