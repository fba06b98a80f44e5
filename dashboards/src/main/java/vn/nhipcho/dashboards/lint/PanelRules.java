package vn.nhipcho.dashboards.lint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import vn.nhipcho.dashboards.rendered.RenderedDashboard;
import vn.nhipcho.dashboards.rendered.RenderedPanel;
import vn.nhipcho.dashboards.rendered.RenderedTarget;

/** What each panel must have. */
final class PanelRules {
    private PanelRules() {}

    static void check(RenderedDashboard dashboard, Findings findings) {
        Set<Integer> ids = new HashSet<>();
        dashboard
                .json()
                .findParents("gridPos")
                .forEach(panel -> findings.unless(
                        ids.add(panel.path("id").asInt()),
                        "panel " + panel.path("title").asText(),
                        "its id is taken"));
        Set<String> titles = new HashSet<>();
        for (RenderedPanel panel : dashboard.panels()) {
            String where = "panel " + (panel.title().isBlank() ? panel.id() : panel.title());
            findings.unless(!panel.title().isBlank(), where, "has no title");
            findings.unless(titles.add(panel.title()), where, "another panel has its title");
            findings.unless(!panel.description().isBlank(), where, "has no description");
            findings.unless(panel.json().hasNonNull("pluginVersion"), where, "has no pluginVersion");
            if (!panel.type().equals("text")) {
                data(panel, where, findings);
            }
        }
    }

    private static void data(RenderedPanel panel, String where, Findings findings) {
        findings.unless(!panel.targets().isEmpty(), where, "asks nothing");
        findings.unless(hasUnit(panel), where, "has no unit, of its own or on a column");
        Set<String> refIds = new HashSet<>();
        panel.json().path("targets").forEach(target -> {
            findings.unless(target.path("editorType").asText().equals("sql"), where, "editorType is not sql");
            findings.unless(target.path("format").isInt(), where, "format is not a number");
            findings.unless(target.path("pluginVersion").isTextual(), where, "a target has no pluginVersion");
        });
        for (RenderedTarget target : panel.targets()) {
            findings.unless(
                    !target.refId().isBlank() && refIds.add(target.refId()), where, "refId is missing or taken");
            findings.unless(
                    target.format() != 0 || target.rawSql().contains("ORDER BY"),
                    where,
                    "a time series without ORDER BY");
        }
    }

    private static boolean hasUnit(RenderedPanel panel) {
        JsonNode config = panel.json().path("fieldConfig");
        return config.path("defaults").hasNonNull("unit")
                || config.path("overrides").findValuesAsText("id").contains("unit");
    }
}
