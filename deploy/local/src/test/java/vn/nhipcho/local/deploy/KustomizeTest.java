package vn.nhipcho.local.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The overlays as kubectl builds them; skipped with a message where it is not installed. */
class KustomizeTest {
    private static final List<String> OVERLAYS = List.of("production", "staging");

    @BeforeAll
    static void needsKubectl() {
        boolean there = Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(folder -> Path.of(folder, "kubectl").toFile().canExecute());
        assumeTrue(there, "skipped: kubectl, which builds the overlays, is not installed");
    }

    @Test
    void everyOverlayBuildsIntoResourcesThatFitTheirModels() throws IOException, InterruptedException {
        var models = new StrictModels(ManifestsTest.schemas());
        for (String overlay : OVERLAYS) {
            List<Manifest> built = build(overlay);
            assertThat(built).hasSizeGreaterThan(50);
            assertThat(built).allSatisfy(manifest -> assertThat(models.problems(manifest))
                    .as(overlay + " " + manifest)
                    .isEmpty());
            Set<String> images = new TreeSet<>();
            built.forEach(manifest -> ManifestsTest.collect(manifest.content(), "image", images));
            assertThat(images).as(overlay).allMatch(image -> image.matches(".+:v?[0-9]+\\.[0-9]+.*"));
            assertThat(built)
                    .filteredOn(manifest -> !manifest.is("Namespace"))
                    .extracting(manifest -> manifest.content()
                            .path("metadata")
                            .path("namespace")
                            .asText())
                    .containsOnly(overlay.equals("production") ? "nhip-cho" : "nhip-cho-staging");
        }
    }

    @Test
    void bothJobsAreWholeAndNoTwoShareAFolder() throws IOException, InterruptedException {
        List<String> folders = new ArrayList<>();
        for (String overlay : OVERLAYS) {
            List<Manifest> jobs = build(overlay).stream()
                    .filter(manifest -> manifest.is("FlinkDeployment"))
                    .toList();
            assertThat(jobs).extracting(Manifest::name).containsExactlyInAnyOrder("sales", "sellers");
            for (Manifest job : jobs) {
                assertThat(job.spec().path("flinkVersion").asText()).isEqualTo("v2_2");
                assertThat(job.spec().path("job").path("args")).isNotEmpty();
                assertThat(job.spec()
                                .path("flinkConfiguration")
                                .path("high-availability.type")
                                .asText())
                        .isEqualTo("kubernetes");
                job.spec().path("flinkConfiguration").forEach(value -> {
                    if (value.asText().startsWith("s3://")) {
                        folders.add(value.asText());
                    }
                });
            }
        }
        assertThat(folders).hasSize(12);
        assertThat(new HashSet<>(folders)).hasSize(12);
    }

    private static List<Manifest> build(String overlay) throws IOException, InterruptedException {
        Path folder = Manifest.DEPLOY.resolve("kubernetes/overlays/" + overlay);
        Process kubectl = new ProcessBuilder("kubectl", "kustomize", folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String text = new String(kubectl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(kubectl.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(kubectl.exitValue()).as("kubectl kustomize " + overlay).isZero();
        return Manifest.parse(folder, text);
    }
}
