package vn.nhipcho.dashboards.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.nhipcho.dashboards.Module;
import vn.nhipcho.dashboards.rendered.RenderedDashboard;

/** The alert rules as they were rendered. What their SQL answers, {@code PanelsIT} asks. */
class AlertRulesTest {
    private static final Pattern LABEL = Pattern.compile("\\.Labels\\.(\\w+)");

    @Test
    void everyRuleHasWhatGrafanaRefusesToStartWithout() {
        assertThat(Provisioning.all("groups")).isNotEmpty().allSatisfy(group -> {
            assertThat(group.path("name").asText()).isNotEmpty();
            assertThat(group.path("folder").asText()).isNotEmpty();
            assertThat(group.path("interval").asText()).matches("\\d+[smh]");
        });
        assertThat(Provisioning.rules()).isNotEmpty().allSatisfy(rule -> {
            assertThat(rule.path("uid").asText()).matches("nhip-cho-[a-z-]{1,31}");
            assertThat(rule.path("title").asText()).isNotEmpty();
            assertThat(rule.path("noDataState").asText()).isIn("NoData", "Alerting", "OK", "KeepLast");
            assertThat(rule.path("execErrState").asText()).isEqualTo("Error");
            assertThat(rule.findValuesAsText("refId"))
                    .as("A is the SQL, B its last value, C the threshold; each is told twice")
                    .containsExactly("A", "A", "B", "B", "C", "C");
            assertThat(rule.path("condition").asText()).isEqualTo("C");
            assertThat(rule.at("/data/2/model/conditions/0/evaluator/params/0").isNumber())
                    .isTrue();
        });
        assertThat(values("uid")).doesNotHaveDuplicates();
        assertThat(values("title")).doesNotHaveDuplicates();
    }

    @Test
    void asksTheDataSourceAsATableAndByOneDollar() {
        assertThat(Provisioning.rules()).allSatisfy(rule -> {
            JsonNode query = rule.at("/data/0");
            assertThat(query.path("datasourceUid").asText()).isEqualTo("nhip-cho-clickhouse");
            assertThat(query.at("/model/format").asInt()).isEqualTo(1);
            assertThat(query.at("/model/editorType").asText()).isEqualTo("sql");
            assertThat(query.at("/model/meta/timezone").asText()).isEqualTo("Asia/Ho_Chi_Minh");
            assertThat(Provisioning.rawSql(rule))
                    .doesNotContain("$$", "$__from ", "$__to ", "conditionalAll", "${", "market_raw");
            assertThat(query.at("/relativeTimeRange/from").asLong()).isPositive();
        });
    }

    @Test
    void leadsToAPanelThatIsThere() {
        assertThat(Provisioning.rules()).allSatisfy(rule -> assertThat(RenderedDashboard.all().stream()
                        .filter(dashboard ->
                                dashboard.uid().equals(rule.path("dashboardUid").asText()))
                        .flatMap(dashboard -> dashboard.panels().stream())
                        .map(panel -> panel.json().path("id").asInt()))
                .contains(rule.path("panelId").asInt()));
    }

    @Test
    void namesInItsSummaryOnlyLabelsThatItsSqlGives() {
        assertThat(Provisioning.rules()).allSatisfy(rule -> {
            for (String language : List.of("summary", "summary_en")) {
                String summary = rule.path("annotations").path(language).asText();
                assertThat(summary).isNotEmpty().doesNotContain("$");
                LABEL.matcher(summary).results().forEach(label -> assertThat(Provisioning.rawSql(rule))
                        .containsPattern("\\b" + label.group(1) + "\\b"));
            }
        });
    }

    @Test
    void hasAnEntryInTheRunbook() throws IOException {
        String runbook = Files.readString(Module.DIRECTORY.resolve("../deploy/RUNBOOK.md"));

        Set<String> missing = Provisioning.rules().stream()
                .map(rule -> rule.path("uid").asText().replaceFirst("^nhip-cho-", ""))
                .filter(name -> !runbook.contains("\n| " + name + " |"))
                .collect(Collectors.toSet());
        assertThat(missing).isEmpty();
    }

    private static List<String> values(String key) {
        return Provisioning.rules().stream()
                .map(rule -> rule.path(key).asText())
                .toList();
    }
}
