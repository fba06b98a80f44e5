package vn.nhipcho.dashboards.lint;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import vn.nhipcho.dashboards.rendered.RenderedDashboard;

/** What a dashboard as a whole must be. */
final class HeadRules {
    private HeadRules() {}

    static void check(RenderedDashboard dashboard, Findings findings) {
        JsonNode json = dashboard.json();
        String uid = dashboard.uid();
        findings.unless(uid.matches("[A-Za-z0-9_-]{1,40}"), "", "uid is not 1 to 40 letters, digits, - or _: " + uid);
        findings.unless(dashboard.path().endsWith("/" + uid + ".json"), "", "the file is not called by its uid " + uid);
        findings.unless(!json.hasNonNull("id"), "", "has an id, which belongs to one installation");
        findings.unless(json.path("schemaVersion").asInt() == 41, "", "schemaVersion is not 41");
        findings.unless(
                json.path("editable").isBoolean() && !json.path("editable").asBoolean(), "", "is editable");
        findings.unless(
                json.path("timezone").asText().equals("Asia/Ho_Chi_Minh"), "", "timezone is not the business zone");
        findings.unless(!dashboard.title().isBlank(), "", "has no title");
        findings.unless(!json.path("description").asText().isBlank(), "", "has no description");
        findings.unless(!json.has("__inputs"), "", "is an export: __inputs are never resolved");
        String text = json.toString();
        findings.unless(!text.matches("(?s).*\"https?://.*"), "", "has an absolute address");
        findings.unless(Normalizer.isNormalized(text, Normalizer.Form.NFC), "", "has text that is not NFC");
        json.findParents("datasource")
                .forEach(parent -> findings.unless(
                        isOurs(parent.get("datasource")), "", "has another data source: " + parent.get("datasource")));
    }

    private static boolean isOurs(JsonNode source) {
        return source.path("uid").asText().equals("nhip-cho-clickhouse")
                        && source.path("type").asText().equals("grafana-clickhouse-datasource")
                || source.path("uid").asText().equals("-- Grafana --");
    }
}
