package vn.nhipcho.local.web;

import vn.nhipcho.dashboards.rendered.RenderedDashboard;

/** Dashboards for tests. */
final class Dashboards {
    private Dashboards() {}

    /** With a choice of several districts and All, and of one grain. */
    static RenderedDashboard withVariables() {
        return RenderedDashboard.parse("vi/test/test.json", """
                {"uid": "test", "title": "Thử", "panels": [], "annotations": {"list": []}, "templating": {"list": [
                  {"type": "query", "name": "district", "multi": true, "includeAll": true,
                   "current": {"value": ["$__all"]}, "query": {"rawSql": "SELECT code, name FROM districts"}},
                  {"type": "query", "name": "commune", "multi": true, "includeAll": true,
                   "current": {"value": ["$__all"]}, "query": {"rawSql":
                     "SELECT code FROM communes WHERE $__conditionalAll(district IN (${district:singlequote}), $district)"}},
                  {"type": "custom", "name": "grain", "multi": false, "includeAll": false, "current": {"value": "week"},
                   "options": [{"text": "Ngày", "value": "day"}, {"text": "Tuần", "value": "week"}]}]}}""");
    }
}
