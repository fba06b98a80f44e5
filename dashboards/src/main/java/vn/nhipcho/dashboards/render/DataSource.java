package vn.nhipcho.dashboards.render;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The one data source of every dashboard, and queries to it as its plugin writes them. */
final class DataSource {
    static final String UID = "nhip-cho-clickhouse";
    static final String ZONE = "Asia/Ho_Chi_Minh";
    private static final String PLUGIN = "4.20.0";

    private DataSource() {}

    static ObjectNode reference() {
        return Json.object().put("type", "grafana-clickhouse-datasource").put("uid", UID);
    }

    static ObjectNode target(String refId, String sql, int format) {
        ObjectNode target = Json.object().put("refId", refId);
        target.set("datasource", reference());
        target.put("editorType", "sql")
                .put("queryType", format == 0 ? "timeseries" : "table")
                .put("format", format)
                .put("pluginVersion", PLUGIN)
                .set("meta", Json.object().put("timezone", ZONE));
        return target.put("rawSql", sql);
    }

    static ObjectNode variableQuery(String name, String sql) {
        return Json.object()
                .put("refId", name)
                .put("queryType", "sql")
                .put("editorType", "sql")
                .put("rawSql", sql);
    }

    static ObjectNode annotationTarget(String sql) {
        return Json.object()
                .put("refId", "annotation")
                .put("editorType", "sql")
                .put("pluginVersion", PLUGIN)
                .put("format", 1)
                .put("rawSql", sql);
    }
}
