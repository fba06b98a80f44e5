package vn.nhipcho.dashboards.layout;

import java.util.List;
import java.util.Set;

/** Reads one panel and its SQL. */
record PanelReader(SourceFiles files, FieldReader fields) {
    private static final Set<String> TYPES = Set.of(
            "stat",
            "gauge",
            "bargauge",
            "table",
            "timeseries",
            "barchart",
            "geomap",
            "piechart",
            "state-timeline",
            "text");

    Panel read(String directory, String name, Node node) {
        String type = node.required("type");
        if (!TYPES.contains(type)) {
            node.problem("type is none of " + TYPES.stream().sorted().toList() + ": " + type);
        }
        if (!name.matches("[a-z][a-z0-9_]*")) {
            node.problem("a panel is named in snake_case");
        }
        Text text = node.textOrNone("text");
        List<String> sql = type.equals("text") ? List.of() : sql(directory, name, node);
        Panel panel = new Panel(
                name,
                node.place(),
                type,
                node.text("title"),
                node.text("description"),
                node.integer("width"),
                node.integer("height"),
                node.flag("below", false),
                sql,
                fields.common(node, Text.NONE),
                Maps.of(node.child("fields").entries(), fields::column),
                node.strings("values"),
                FieldReader.optional(node, "sort"),
                FieldReader.optional(node, "x"),
                FieldReader.optional(node, "series"),
                FieldReader.optional(node, "area"),
                FieldReader.optional(node, "value"),
                text,
                FieldReader.optional(node, "interval"),
                node.integer("max_data_points"),
                node.raw("options"));
        node.end();
        return panel;
    }

    // Its own file unless it names others, which are looked up from the directory of all dashboards.
    private List<String> sql(String directory, String name, Node node) {
        List<String> named = node.strings("sql");
        return named.isEmpty()
                ? List.of(files.sql(directory + "/" + name + ".sql", node.place()))
                : named.stream().map(file -> files.sql(file, node.place())).toList();
    }
}
