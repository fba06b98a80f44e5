package vn.nhipcho.dashboards.layout;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the whole directory of layouts and tells all that is wrong at once. */
final class LayoutReader {
    private final Problems problems = new Problems();
    private final SourceFiles files;

    LayoutReader(Path sources) {
        this.files = new SourceFiles(sources, problems);
    }

    Layouts read() {
        Map<String, Unit> units = Maps.of(files.yaml("units.yaml").entries(), LayoutReader::unit);
        Map<String, SharedVariable> variables = new VariableReader(files).read();
        Map<String, Annotation> annotations =
                Maps.of(files.yaml("annotations.yaml").entries(), this::annotation);
        List<String> names = files.dashboards();
        PanelReader panels = new PanelReader(files, new FieldReader(units));
        List<Row> strip = rows("common", files.yaml("common/strip.yaml"), panels);
        List<Dashboard> dashboards =
                names.stream().map(name -> dashboard(name, strip, panels)).toList();
        for (Dashboard dashboard : dashboards) {
            checkNames(dashboard, variables, annotations, names);
        }
        problems.throwIfAny();
        return new Layouts(variables, annotations, dashboards);
    }

    private static Unit unit(Node node) {
        if (!node.isMap()) {
            String same = node.json().asText();
            return new Unit(name(node), new Text(same, same), java.util.OptionalInt.empty());
        }
        Text grafana =
                node.child("unit").isMap() ? node.text("unit") : new Text(node.required("unit"), node.required("unit"));
        Unit unit = new Unit(name(node), grafana, node.integer("decimals"));
        node.end();
        return unit;
    }

    private Annotation annotation(Node node) {
        String name = name(node);
        Annotation annotation = new Annotation(
                name,
                node.text("title"),
                node.string("color", "orange"),
                files.sql("annotations/" + name + ".sql", node.place()),
                node.flag("shown", true));
        node.end();
        return annotation;
    }

    private Dashboard dashboard(String name, List<Row> strip, PanelReader panels) {
        Node node = files.yaml(name + "/dashboard.yaml");
        Node time = node.child("time");
        Dashboard dashboard = new Dashboard(
                name,
                node.text("title"),
                node.text("description"),
                node.required("folder"),
                node.strings("tags"),
                time.string("from", "now-30d/d"),
                time.string("to", "now"),
                node.string("refresh", "5m"),
                node.strings("variables"),
                node.flag("fixed", false),
                node.strings("annotations"),
                node.items("links").stream().map(LayoutReader::link).toList(),
                Stream.concat(strip.stream(), rows(name, node, panels).stream()).toList());
        time.end();
        node.end();
        return dashboard;
    }

    // A bare name leads there under its own title.
    private static Link link(Node node) {
        return node.isMap() ? Link.of(node, Text.NONE) : new Link(node.json().asText(), Text.NONE, Map.of());
    }

    private List<Row> rows(String directory, Node node, PanelReader panels) {
        List<Row> rows = new ArrayList<>();
        Borrowed borrowed = new Borrowed(files);
        for (Node row : node.items("rows")) {
            List<Panel> members = new ArrayList<>();
            row.child("panels")
                    .entries()
                    .forEach(panel ->
                            members.add(panels.read(directory, panel.getKey(), borrowed.resolve(panel.getValue()))));
            rows.add(new Row(row.textOrNone("title"), row.flag("collapsed", false), List.copyOf(members)));
            row.end();
        }
        return rows;
    }

    private void checkNames(
            Dashboard dashboard,
            Map<String, SharedVariable> variables,
            Map<String, Annotation> annotations,
            List<String> names) {
        String file = dashboard.name() + "/dashboard.yaml";
        missing(dashboard.variables(), variables.keySet())
                .ifPresent(it -> problems.add(file, "variables: no such variable in variables.yaml: " + it));
        missing(dashboard.annotations(), annotations.keySet())
                .ifPresent(it -> problems.add(file, "annotations: not in annotations.yaml: " + it));
        Stream<Link> links =
                Stream.concat(dashboard.links().stream(), dashboard.panels().flatMap(panel -> Stream.concat(
                                Stream.of(panel.defaults()), panel.fields().values().stream())
                        .flatMap(field -> field.links().stream())));
        missing(links.map(Link::to).toList(), names)
                .ifPresent(it -> problems.add(file, "a link leads to a dashboard that is not there: " + it));
        dashboard
                .panels()
                .collect(Collectors.groupingBy(Panel::name, Collectors.counting()))
                .forEach((name, count) -> {
                    if (count > 1) {
                        problems.add(file, "two panels are called " + name);
                    }
                });
    }

    private static Optional<String> missing(List<String> named, java.util.Collection<String> known) {
        String unknown =
                named.stream().filter(name -> !known.contains(name)).distinct().collect(Collectors.joining(", "));
        return Optional.of(unknown).filter(names -> !names.isEmpty());
    }

    static String name(Node node) {
        return node.place().replaceFirst(".*[ .]", "");
    }
}
