package vn.nhipcho.dashboards.render;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import vn.nhipcho.dashboards.layout.Field;
import vn.nhipcho.dashboards.layout.Language;
import vn.nhipcho.dashboards.layout.Localized;
import vn.nhipcho.dashboards.layout.Panel;

/** One panel as Grafana's JSON. */
record PanelRenderer(Language language, FieldRenderer fields) {
    private static final String GRAFANA = "12.3.0";

    /** The id of a panel by its name, so that links and alerts find it wherever it stands. */
    static int id(String name) {
        CRC32 hash = new CRC32();
        hash.update(name.getBytes(StandardCharsets.UTF_8));
        return 1 + (int) (hash.getValue() % 999_999);
    }

    ObjectNode render(Panel panel, ObjectNode gridPos) {
        ObjectNode json = Json.object()
                .put("id", id(panel.name()))
                .put("type", panel.type())
                .put("title", panel.title().in(language))
                .put("description", panel.description().in(language))
                .put("pluginVersion", GRAFANA);
        json.set("gridPos", gridPos);
        panel.interval().ifPresent(interval -> json.put("interval", interval));
        panel.maxDataPoints().ifPresent(points -> json.put("maxDataPoints", points));
        if (!panel.type().equals("text")) {
            json.set("datasource", DataSource.reference());
        }
        json.set("fieldConfig", fields.config(panel));
        json.set("options", options(panel));
        if (!panel.sql().isEmpty()) {
            json.set("targets", targets(panel));
        }
        return json;
    }

    private static ArrayNode targets(Panel panel) {
        ArrayNode targets = Json.array();
        char refId = 'A';
        for (String sql : panel.sql()) {
            targets.add(DataSource.target(String.valueOf(refId++), sql, PanelTypes.format(panel)));
        }
        return targets;
    }

    private ObjectNode options(Panel panel) {
        ObjectNode options = PanelTypes.options(panel);
        if (!panel.values().isEmpty()) {
            options.withObject("/reduceOptions").put("fields", shown(panel));
        }
        panel.sort().ifPresent(sort -> options.set("sortBy", Json.array().add(sortBy(panel, sort))));
        panel.x().ifPresent(column -> options.put("xField", column));
        if (panel.type().equals("geomap")) {
            ObjectNode layer = (ObjectNode) options.at("/layers/0/config");
            panel.area().ifPresent(column -> layer.put("idField", column));
            panel.value().ifPresent(column -> ((ObjectNode) layer.at("/dataStyle/color")).put("field", column));
        }
        if (panel.type().equals("text")) {
            options.put("content", panel.text().in(language));
        }
        panel.options().ifPresent(own -> Json.merge(options, (ObjectNode) Localized.in(language, own)));
        return options;
    }

    // A pattern of the names that people read, since Grafana looks at those.
    private String shown(Panel panel) {
        return panel.values().stream()
                .map(column -> escaped(displayName(panel, column)))
                .collect(Collectors.joining("|", "/^(", ")$/"));
    }

    private ObjectNode sortBy(Panel panel, String sort) {
        boolean isDescending = sort.startsWith("-");
        return Json.object()
                .put("displayName", displayName(panel, isDescending ? sort.substring(1) : sort))
                .put("desc", isDescending);
    }

    private String displayName(Panel panel, String column) {
        Field field = panel.fields().get(column);
        return field == null || field.title().isEmpty() ? column : field.title().in(language);
    }

    private static String escaped(String text) {
        return Pattern.compile("[\\\\^$*+?.()|\\[\\]{}/]").matcher(text).replaceAll("\\\\$0");
    }
}
