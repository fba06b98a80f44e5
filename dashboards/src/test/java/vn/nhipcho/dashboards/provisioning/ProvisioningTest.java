package vn.nhipcho.dashboards.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.nhipcho.dashboards.Module;

class ProvisioningTest {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{?([A-Za-z_][A-Za-z0-9_]*)}?");

    @Test
    void everyFileIsOfTheFirstVersionAndHasNothingBesideItsOneKind() {
        assertThat(Provisioning.files()).isNotEmpty().allSatisfy((path, file) -> {
            assertThat(file.path("apiVersion").asInt()).as(path).isEqualTo(1);
            assertThat(keys(file)).as(path).hasSize(2);
        });
    }

    @Test
    void theDataSourceIsTheOneThatDashboardsAskAndReadsOnly() {
        List<JsonNode> sources = Provisioning.all("datasources");

        assertThat(sources).hasSize(1);
        JsonNode source = sources.get(0);
        assertThat(source.path("uid").asText()).isEqualTo("nhip-cho-clickhouse");
        assertThat(source.path("type").asText()).isEqualTo("grafana-clickhouse-datasource");
        assertThat(source.path("editable").asBoolean(true)).isFalse();
        assertThat(source.at("/jsonData/defaultDatabase").asText()).isEqualTo("market");
        assertThat(source.at("/jsonData/username").asText()).isEqualTo("$CLICKHOUSE_GRAFANA_USER");
    }

    @Test
    void noSecretStandsInAFile() {
        Set<String> secrets = Set.of(
                "password", "tlsCACert", "authorization_credentials", "url", "addresses", "username", "host", "token");
        Provisioning.files()
                .forEach((path, file) -> secrets.forEach(key -> file.findValues(key)
                        .forEach(value ->
                                assertThat(value.asText()).as(path + ": " + key).matches("\\$[A-Z][A-Z0-9_]*"))));
    }

    @Test
    void everyVariableIsDocumentedAndEveryDocumentedOneIsUsed() throws IOException {
        Set<String> used = new TreeSet<>();
        Provisioning.texts().forEach((path, text) -> {
            if (!path.startsWith("alerting/rules-")) {
                VARIABLE.matcher(text).results().forEach(match -> used.add(match.group(1)));
            }
        });
        Set<String> documented = Pattern.compile("(?m)^\\| ([A-Z_]+) \\|")
                .matcher(Files.readString(Provisioning.DIRECTORY.resolve("README.md")))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(used).isNotEmpty().isEqualTo(documented);
    }

    @Test
    void everyFolderOfEveryLanguageHasItsProviderAndNoOther() throws IOException {
        Set<String> folders;
        try (Stream<Path> paths = Files.walk(Module.DIRECTORY.resolve("grafana"))) {
            folders = paths.filter(file -> file.toString().endsWith(".json"))
                    .map(file -> Module.DIRECTORY.resolve("grafana").relativize(file.getParent()))
                    .map(Path::toString)
                    .collect(Collectors.toSet());
        }
        List<JsonNode> providers = Provisioning.all("providers");

        assertThat(texts(providers, "name")).doesNotHaveDuplicates();
        assertThat(texts(providers, "folder")).doesNotHaveDuplicates().doesNotContain("");
        assertThat(texts(providers, "folderUid"))
                .doesNotHaveDuplicates()
                .allMatch(uid -> uid.matches("[a-z0-9-]{1,40}"));
        assertThat(providers).allSatisfy(provider -> {
            assertThat(provider.path("type").asText()).isEqualTo("file");
            assertThat(provider.path("allowUiUpdates").asBoolean(true)).isFalse();
        });
        assertThat(providers.stream()
                        .map(provider -> provider.at("/options/path").asText())
                        .map(path -> path.replace("/etc/nhip-cho/grafana/", "")))
                .containsAll(folders)
                .allMatch(path -> path.matches("(vi|en)/(lanh-dao|nghiep-vu|ky-thuat)"));
    }

    @Test
    void everyReceiverAndMuteTimeThatAPolicyNamesIsThere() {
        List<String> points = texts(Provisioning.all("contactPoints"), "name");
        List<String> muteTimes = texts(Provisioning.all("muteTimes"), "name");
        List<JsonNode> policies = new ArrayList<>(Provisioning.all("policies"));
        assertThat(policies).hasSize(1);
        for (int i = 0; i < policies.size(); i++) {
            policies.addAll(Provisioning.items(policies.get(i).path("routes")));
        }

        assertThat(policies).hasSizeGreaterThan(1).allSatisfy(policy -> {
            assertThat(points).contains(policy.path("receiver").asText());
            assertThat(muteTimes).containsAll(asTexts(policy.path("mute_time_intervals")));
        });
        assertThat(Provisioning.all("contactPoints").get(0).findValuesAsText("type"))
                .containsExactlyInAnyOrder("webhook", "email");
        assertThat(Provisioning.all("contactPoints").get(0).findValuesAsText("uid"))
                .doesNotHaveDuplicates()
                .doesNotContain("");
    }

    @Test
    void everyTeamThatARuleIsForHasARoute() {
        Set<String> routed = Provisioning.items(
                        Provisioning.all("policies").get(0).path("routes"))
                .stream()
                .map(route -> route.at("/object_matchers/0/2").asText())
                .collect(Collectors.toSet());

        assertThat(Provisioning.rules().stream()
                        .map(rule -> rule.at("/labels/team").asText())
                        .collect(Collectors.toSet()))
                .isEqualTo(routed);
    }

    @Test
    void mutesTetOfEveryYearThatTheCalendarKnows() throws IOException {
        Set<LocalDate> muted = new TreeSet<>();
        JsonNode tet = Provisioning.all("muteTimes").stream()
                .filter(times -> times.path("name").asText().equals("tet"))
                .findFirst()
                .orElseThrow();
        for (JsonNode interval : tet.path("time_intervals")) {
            int year = Integer.parseInt(interval.at("/years/0").asText());
            int month = Integer.parseInt(interval.at("/months/0").asText());
            String[] days = interval.at("/days_of_month/0").asText().split(":");
            IntStream.rangeClosed(Integer.parseInt(days[0]), Integer.parseInt(days[days.length - 1]))
                    .forEach(day -> muted.add(LocalDate.of(year, month, day)));
        }

        assertThat(muted).isEqualTo(tetDaysFrom(2026));
    }

    /** From 29 Tết to mùng 4. */
    private static Set<LocalDate> tetDaysFrom(int year) throws IOException {
        Path calendar = Module.DIRECTORY.resolve("../pipeline/src/main/resources/reference/lunar_days.csv");
        Set<LocalDate> days = new TreeSet<>();
        Files.readAllLines(calendar).stream()
                .skip(1)
                .map(line -> line.split(","))
                .filter(row -> Integer.parseInt(row[0]) >= year)
                .forEach(row -> {
                    LocalDate tet = LocalDate.parse(row[1]);
                    tet.minusDays(Integer.parseInt(row[2]) - 28L)
                            .datesUntil(tet.plusDays(4))
                            .forEach(days::add);
                });
        return days;
    }

    private static List<String> texts(List<JsonNode> nodes, String key) {
        return nodes.stream().map(node -> node.path(key).asText()).toList();
    }

    private static List<String> asTexts(JsonNode list) {
        return Provisioning.items(list).stream().map(JsonNode::asText).toList();
    }

    private static List<String> keys(JsonNode node) {
        return node.properties().stream().map(Map.Entry::getKey).toList();
    }
}
