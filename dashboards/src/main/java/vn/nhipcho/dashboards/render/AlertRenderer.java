package vn.nhipcho.dashboards.render;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.io.UncheckedIOException;
import java.time.Duration;
import vn.nhipcho.dashboards.layout.AlertGroup;
import vn.nhipcho.dashboards.layout.AlertRule;
import vn.nhipcho.dashboards.layout.Language;

/**
 * A group of alert rules as Grafana's provisioning takes it: the SQL, its last value, and a threshold. Texts are Vietnamese
 * with an English summary beside it, since there is one set of rules for all.
 */
final class AlertRenderer {
    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .enable(YAMLGenerator.Feature.LITERAL_BLOCK_STYLE)
            .build());
    private static final String EXPRESSION = "__expr__";

    // Of simulated data only: elsewhere the label is empty.
    private static final String BANNER = "{{ with .Labels.simulated }}{{ . }}. {{ end }}";
    private static final String BANNER_EN = "{{ with .Labels.simulated }}SIMULATED DATA. {{ end }}";

    private AlertRenderer() {}

    static String yaml(AlertGroup group) {
        ArrayNode rules = Json.array();
        group.rules().forEach(rule -> rules.add(rule(rule)));
        ObjectNode json = Json.object()
                .put("orgId", 1)
                .put("name", group.name())
                .put("folder", group.folder())
                .put("interval", text(group.interval()));
        json.set("rules", rules);
        ObjectNode file = Json.object().put("apiVersion", 1);
        file.set("groups", Json.array().add(json));
        try {
            return YAML.writeValueAsString(file);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static ObjectNode rule(AlertRule rule) {
        ObjectNode json = Json.object()
                .put("uid", "nhip-cho-" + rule.name())
                .put("title", rule.title().in(Language.VI))
                .put("condition", "C")
                .put("for", text(rule.lasting()))
                .put("noDataState", rule.noData())
                .put("execErrState", "Error")
                .put("dashboardUid", Language.VI.uid(rule.dashboardName()))
                .put("panelId", PanelRenderer.id(rule.panelName()));
        if (!rule.keepFiringFor().isZero()) {
            json.put("keepFiringFor", text(rule.keepFiringFor()));
        }
        rule.labels().forEach(json.withObject("/labels")::put);
        json.withObject("/annotations")
                .put("summary", BANNER + rule.summary().in(Language.VI))
                .put("summary_en", BANNER_EN + rule.summary().in(Language.EN))
                .put("title_en", rule.title().in(Language.EN))
                .put("runbook", "deploy/RUNBOOK.md, " + rule.name());
        json.set("data", Json.array().add(query(rule)).add(last()).add(threshold(rule.above())));
        return json;
    }

    // Nobody adds the zone to an alert's query as the browser does to a panel's, so it stands here.
    private static ObjectNode query(AlertRule rule) {
        ObjectNode model = DataSource.target("A", marked(rule.sql()), 1)
                .put("intervalMs", 60_000)
                .put("maxDataPoints", 43_200);
        return data("A", rule.range(), DataSource.UID, model);
    }

    // Nobody may take an alert of a simulation for one that asks to act.
    private static String marked(String sql) {
        return "SELECT *, (SELECT any(banner) FROM market.deployment) AS simulated\nFROM\n(\n"
                + sql.strip().indent(4)
                + ")";
    }

    private static ObjectNode last() {
        return data(
                "B", Duration.ZERO, EXPRESSION, expression("B", "reduce", "A").put("reducer", "last"));
    }

    private static ObjectNode threshold(double above) {
        ObjectNode evaluator = Json.object().put("type", "gt");
        evaluator.set("params", Json.array().add(Json.number(above)));
        ObjectNode condition = Json.object();
        condition.set("evaluator", evaluator);
        ObjectNode model = expression("C", "threshold", "B");
        model.set("conditions", Json.array().add(condition));
        return data("C", Duration.ZERO, EXPRESSION, model);
    }

    private static ObjectNode expression(String refId, String type, String of) {
        ObjectNode model = Json.object().put("refId", refId).put("type", type).put("expression", of);
        model.set("datasource", Json.object().put("type", EXPRESSION).put("uid", EXPRESSION));
        return model;
    }

    private static ObjectNode data(String refId, Duration range, String source, ObjectNode model) {
        ObjectNode data = Json.object().put("refId", refId);
        data.set(
                "relativeTimeRange",
                Json.object().put("from", range.toSeconds()).put("to", 0));
        data.put("datasourceUid", source);
        data.set("model", model);
        return data;
    }

    private static String text(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds > 0 && seconds % 3600 == 0) {
            return seconds / 3600 + "h";
        }
        return seconds > 0 && seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
    }
}
