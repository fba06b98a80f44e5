package vn.nhipcho.local.grafana;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhipcho.local.Failure;
import vn.nhipcho.local.data.DataDirectory;

/** With a Grafana that only writes down how it was started, installed as from its archive. */
class LocalGrafanaTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String GRAFANA = """
            #!/bin/sh
            echo $$ >"$SEEN/pid"
            env >"$SEEN/environment"
            printf '%s\\n' "$@" >"$SEEN/arguments.part"
            mv "$SEEN/arguments.part" "$SEEN/arguments"
            exec sleep 600
            """;

    @TempDir
    private Path folder;

    private Path home;
    private Path plugin;
    private Map<String, String> environment;

    @BeforeEach
    void install() throws IOException {
        home = folder.toRealPath().resolve("grafana-13");
        Files.createDirectories(home.resolve("conf"));
        Files.createFile(home.resolve("conf/defaults.ini"));
        Files.createDirectories(home.resolve("public/build"));
        Files.createDirectories(home.resolve("public/maps"));
        Files.writeString(home.resolve("public/build/assets-manifest.json"), "{}");
        plugin = Files.createDirectories(home.resolve("data/plugins/grafana-clickhouse-datasource"));
        Path program = Files.createDirectories(home.resolve("bin")).resolve("grafana");
        Files.writeString(program, GRAFANA);
        assertThat(program.toFile().setExecutable(true)).isTrue();
        Path bin = Files.createDirectory(folder.resolve("bin"));
        Files.createSymbolicLink(bin.resolve("grafana"), program);
        environment = new HashMap<>(Map.of(
                "PATH",
                bin + ":" + System.getenv("PATH"),
                "SEEN",
                Files.createDirectory(folder.resolve("seen")).toString(),
                "GF_DATABASE_URL",
                "mysql://the-real-one/grafana"));
    }

    @Test
    void runsWithOurDashboardsAndEndsWithItsParent() throws Exception {
        ProcessHandle program;
        try (LocalGrafana grafana = start(0)) {
            List<String> arguments = Files.readAllLines(awaited(folder.resolve("seen/arguments")));
            assertThat(arguments).containsExactly("server", "--homepath", home.toString());
            program = ProcessHandle.of(Long.parseLong(
                            Files.readString(folder.resolve("seen/pid")).strip()))
                    .orElseThrow();

            Map<String, String> given = given();
            assertThat(given)
                    .containsEntry("GF_SERVER_HTTP_ADDR", "127.0.0.1")
                    .containsEntry("GF_SERVER_ENFORCE_DOMAIN", "true")
                    .containsEntry("GF_AUTH_ANONYMOUS_ORG_ROLE", "Viewer")
                    .containsEntry("GF_SECURITY_DISABLE_INITIAL_ADMIN_CREATION", "true")
                    .containsEntry("GF_AUTH_DISABLE_LOGIN_FORM", "true")
                    .containsEntry("GF_PLUGINS_PREINSTALL_DISABLED", "true")
                    .containsEntry("GF_PATHS_PLUGINS", plugin.getParent().toString())
                    .containsEntry("GF_DATE_FORMATS_DEFAULT_TIMEZONE", "Asia/Ho_Chi_Minh")
                    .containsEntry("CLICKHOUSE_HOST", "127.0.0.1")
                    .containsEntry("CLICKHOUSE_PORT", "18123")
                    .doesNotContainKey("GF_DATABASE_URL");
            assertThat(grafana.url()).isEqualTo("http://127.0.0.1:" + given.get("GF_SERVER_HTTP_PORT"));
            assertThat(Path.of(given.get("GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH")))
                    .isNotEmptyFile();
            isProvisioned(Path.of(given.get("GF_PATHS_PROVISIONING")), given);
            Path shared = Path.of(given.get("GF_SERVER_STATIC_ROOT_PATH"));
            assertThat(shared.resolve("build/assets-manifest.json")).hasContent("{}");
            assertThat(shared.resolve("maps/hau-giang-communes-2025.geojson")).isNotEmptyFile();
        }
        assertThat(program.isAlive()).isFalse();
        assertThat(home.resolve("public/maps")).isEmptyDirectory();
    }

    private static void isProvisioned(Path provisioning, Map<String, String> given) throws IOException {
        String source = Files.readString(provisioning.resolve("datasources/clickhouse.yaml"));
        assertThat(Pattern.compile("\\$([A-Z_]+)")
                        .matcher(source)
                        .results()
                        .map(found -> found.group(1))
                        .toList())
                .isNotEmpty()
                .isSubsetOf(given.keySet());
        JsonNode providers = new YAMLMapper()
                .readTree(provisioning.resolve("dashboards/nhip-cho.yaml").toFile())
                .path("providers");
        assertThat(providers).hasSize(6);
        for (JsonNode provider : providers) {
            assertThat(Path.of(provider.at("/options/path").asText())).isDirectoryContaining("glob:**.json");
        }
        assertThat(provisioning.resolve("alerting")).doesNotExist();
    }

    @Test
    void writesTheFilesOfThisReleaseOverThoseOfTheLast() throws Exception {
        start(0).close();
        Path old = folder.resolve("data/grafana/dashboards/vi/lanh-dao/old.json");
        Files.writeString(old, "{}");
        start(0).close();

        assertThat(old).doesNotExist();
        assertThat(home.resolve("public/build/assets-manifest.json")).exists();
    }

    @Test
    void saysHowToGetThePluginThatItNeeds() throws Exception {
        Files.delete(plugin);

        assertThatThrownBy(() -> start(0))
                .isInstanceOf(Failure.class)
                .hasMessageContaining(
                        "%s/bin/grafana cli --pluginsDir %s plugins install grafana-clickhouse-datasource",
                        home, folder.resolve("data/grafana/plugins"));
    }

    @Test
    void leavesAPortToWhoHasIt() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> start(taken.getLocalPort()))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("--grafana-port");
        }
    }

    @Test
    void isNotThereWhereNoneIsOnThePath() {
        environment.put("PATH", folder.toString());
        assertThat(started(0)).isEmpty();
    }

    private LocalGrafana start(int port) {
        return started(port).orElseThrow();
    }

    private Optional<LocalGrafana> started(int port) {
        return LocalGrafana.start(
                environment,
                new DataDirectory(folder.resolve("data")),
                URI.create("http://127.0.0.1:18123"),
                "Asia/Ho_Chi_Minh",
                port);
    }

    private Map<String, String> given() throws IOException {
        Map<String, String> given = new HashMap<>();
        try (Stream<String> lines = Files.lines(folder.resolve("seen/environment"))) {
            lines.map(line -> line.split("=", 2))
                    .filter(parts -> parts.length == 2)
                    .forEach(parts -> given.put(parts[0], parts[1]));
        }
        return given;
    }

    private static Path awaited(Path file) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.exists(file) && System.nanoTime() < deadline) {
            Thread.sleep(20);
        }
        return file;
    }
}
