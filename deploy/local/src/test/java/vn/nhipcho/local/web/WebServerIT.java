package vn.nhipcho.local.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nhipcho.clickhouse.ClickHouseConfig;
import vn.nhipcho.clickhouse.MigrationParameters;
import vn.nhipcho.clickhouse.Migrations;
import vn.nhipcho.clickhouse.ReferenceTables;
import vn.nhipcho.dashboards.rendered.RenderedDashboard;
import vn.nhipcho.dashboards.rendered.RenderedPanel;
import vn.nhipcho.embedded.clickhouse.EmbeddedClickHouse;
import vn.nhipcho.local.health.Health;

/** The preview's answers over ClickHouse with the reference data and no order yet. */
class WebServerIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RANGE = "from=1761000000000&to=1764000000000";
    private static final String OVERVIEW = "/api/dashboards/nhip-cho-tong-quan";

    @TempDir
    static Path folder;

    private static EmbeddedClickHouse clickhouse;
    private static WebServer server;
    private static HttpClient client;

    @BeforeAll
    static void start() throws Exception {
        clickhouse = EmbeddedClickHouse.start(folder.resolve("clickhouse"));
        var config = ClickHouseConfig.at(clickhouse.url());
        Migrations.apply(config, MigrationParameters.oneNode(ZoneId.of("Asia/Ho_Chi_Minh"), "VND"));
        ReferenceTables.load(config, folder.resolve("reference"));
        server = WebServer.start(config, Health.of(config), 0);
        client = HttpClient.newHttpClient();
    }

    @AfterAll
    static void stop() {
        server.close();
        clickhouse.close();
    }

    @Test
    void listsEveryDashboardAndGivesEachAsGrafanaGetsIt() throws Exception {
        List<RenderedDashboard> all = RenderedDashboard.all();

        assertThat(get("/api/dashboards").findValuesAsText("uid"))
                .containsExactlyElementsOf(
                        all.stream().map(RenderedDashboard::uid).toList());
        for (RenderedDashboard dashboard : all) {
            assertThat(get("/api/dashboards/" + dashboard.uid())).isEqualTo(dashboard.json());
        }
    }

    @Test
    void answersEveryPanelOfEveryDashboard() throws Exception {
        for (RenderedDashboard dashboard : RenderedDashboard.all()) {
            for (RenderedPanel panel : dashboard.panels()) {
                JsonNode results = get("/api/dashboards/%s/panels/%d?%s".formatted(dashboard.uid(), panel.id(), RANGE));

                assertThat(results).as(dashboard.uid() + " " + panel.title()).hasSameSizeAs(panel.targets());
                results.forEach(result -> assertThat(result.path("columns")).isNotEmpty());
            }
        }
    }

    @Test
    void tellsTheOptionsOfVariablesAndWhatIsChosen() throws Exception {
        JsonNode district = get(OVERVIEW + "/variables?" + RANGE + "&var-district=935&var-other=1")
                .path("district");

        assertThat(district.path("options").findValuesAsText("text")).contains("Huyện Vị Thủy");
        assertThat(district.path("chosen")).extracting(JsonNode::asText).containsExactly("935");
    }

    @Test
    void givesTimesInUtcAndNumbersAsNumbers() throws Exception {
        JsonNode row = get(panel("orders") + "?" + RANGE).at("/0/rows/0");

        assertThat(row.get(0).isNumber()).as(row.toString()).isTrue();
        assertThat(get(panel("provisional") + "?" + RANGE).at("/0/rows/0/0").asText())
                .matches("\\d{4}-\\d\\d-\\d\\dT17:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"930%27+OR+1", "nowhere", "$__all&var-district=930"})
    void refusesChoicesThatAreNoOptions(String value) throws Exception {
        HttpResponse<String> answer = send(panel("orders") + "?" + RANGE + "&var-district=" + value);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(answer.body()).path("error").asText()).contains("district");
    }

    @Test
    void takesNoSqlAndNothingButGet() throws Exception {
        assertThat(send("/api/dashboards/SELECT%201").statusCode()).isEqualTo(404);
        assertThat(send(OVERVIEW + "/panels/1+OR+1?" + RANGE).statusCode()).isEqualTo(404);
        assertThat(send(OVERVIEW + "/panels/1?" + RANGE).statusCode()).isEqualTo(404);
        HttpResponse<String> posted = client.send(
                HttpRequest.newBuilder(URI.create(server.url() + "/api/dashboards"))
                        .POST(BodyPublishers.ofString("SELECT 1"))
                        .build(),
                BodyHandlers.ofString());
        assertThat(posted.statusCode()).isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/../NhipCho.class", "/assets/../built-from", "/assets/built-from", "/assets/%2e%2e/x.js", "/x"})
    void givesNoFileBesideItsOwn(String path) throws Exception {
        assertThat(send(path).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/d/nhip-cho-tong-quan", "/assets/app.js", "/assets/app.css", "/api/dashboards", "/none"})
    void letsNothingOfElsewhereIn(String path) throws Exception {
        HttpResponse<String> answer = send(path);

        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("default-src 'none'")
                        .contains("script-src 'self';")
                        .contains("frame-ancestors 'none'"));
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    @Test
    void refusesAPageWhoseNameWasReboundToThisMachine() throws Exception {
        assertThat(statusFor("Host: evil.example")).contains(" 403 ");
        assertThat(statusFor("Host: 127.0.0.1\r\nSec-Fetch-Site: cross-site")).contains(" 403 ");
        assertThat(statusFor("Host: localhost:8080")).contains(" 200 ");
    }

    @Test
    void saysWhenClickHouseDoesNotAnswerAndStillShowsThePage() throws Exception {
        ClickHouseConfig nobody = ClickHouseConfig.at("http://127.0.0.1:1");
        try (Health health = Health.of(nobody);
                WebServer alone = WebServer.start(nobody, health, 0)) {
            assertThat(client.send(request(alone.url() + "/"), BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
            HttpResponse<String> answer =
                    client.send(request(alone.url() + OVERVIEW + "/variables?" + RANGE), BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(JSON.readTree(answer.body()).path("error").asText()).startsWith("ClickHouse did not answer");
        }
    }

    /** By its file's name: the ids of panels come from them. */
    private static String panel(String name) {
        RenderedDashboard overview = RenderedDashboard.all().stream()
                .filter(dashboard -> dashboard.uid().equals("nhip-cho-tong-quan"))
                .findFirst()
                .orElseThrow();
        String column = name.equals("provisional") ? "provisional_from" : name;
        return overview.panels().stream()
                .filter(panel -> panel.targets().stream()
                        .anyMatch(target -> target.rawSql().contains("AS " + column)))
                .map(panel -> OVERVIEW + "/panels/" + panel.id())
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(path);
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static HttpResponse<String> send(String path) throws IOException, InterruptedException {
        return client.send(request(server.url() + path), BodyHandlers.ofString());
    }

    private static HttpRequest request(String url) {
        return HttpRequest.newBuilder(URI.create(url)).GET().build();
    }

    /** With a Host of one's own, which Java's client does not let through. */
    private static String statusFor(String headers) throws IOException {
        URI uri = URI.create(server.url());
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.getOutputStream()
                    .write(("GET /api/dashboards HTTP/1.1\r\n" + headers + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("");
        }
    }
}
