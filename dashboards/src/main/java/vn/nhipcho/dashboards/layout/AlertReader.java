package vn.nhipcho.dashboards.layout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the groups of alert rules and tells all that is wrong at once. */
final class AlertReader {
    private static final Set<String> NO_DATA = Set.of("NoData", "Alerting", "OK", "KeepLast");

    private final Problems problems = new Problems();
    private final SourceFiles files;
    private final Layouts layouts;

    AlertReader(Path sources, Layouts layouts) {
        this.files = new SourceFiles(sources, problems);
        this.layouts = layouts;
    }

    List<AlertGroup> read() {
        List<AlertGroup> groups = names().map(this::group).toList();
        problems.throwIfAny();
        return groups;
    }

    private Stream<String> names() {
        try (Stream<Path> paths = Files.list(files.root())) {
            return paths
                    .map(path -> path.getFileName().toString())
                    .filter(file -> file.endsWith(".yaml"))
                    .map(file -> file.substring(0, file.length() - ".yaml".length()))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private AlertGroup group(String name) {
        Node node = files.yaml(name + ".yaml");
        List<AlertRule> rules = node.child("rules")
                .entries()
                .map(rule -> rule(name, rule.getKey(), rule.getValue()))
                .toList();
        AlertGroup group = new AlertGroup(name, node.required("folder"), duration(node, "interval"), rules);
        if (rules.isEmpty()) {
            node.problem("has no rules");
        }
        if (group.interval().toSeconds() % 10 != 0) {
            node.problem("interval must be a multiple of 10s");
        }
        node.end();
        return group;
    }

    private AlertRule rule(String group, String name, Node node) {
        AlertRule rule = new AlertRule(
                name,
                node.text("title"),
                node.text("summary"),
                files.sql(group + "/" + name + ".sql", node.place()),
                node.number("above").orElse(Double.NaN),
                duration(node, "for"),
                node.has("keep_firing_for") ? duration(node, "keep_firing_for") : Duration.ZERO,
                node.required("no_data"),
                duration(node, "range"),
                node.required("panel"),
                labels(node.child("labels")));
        if (Double.isNaN(rule.above())) {
            node.problem("above is missing");
        }
        if (!NO_DATA.contains(rule.noData())) {
            node.problem("no_data must be one of " + String.join(", ", NO_DATA));
        }
        if (layouts.dashboards().stream()
                .filter(dashboard -> dashboard.name().equals(rule.dashboardName()))
                .flatMap(Dashboard::panels)
                .noneMatch(panel -> panel.name().equals(rule.panelName()))) {
            node.problem("there is no panel " + rule.panel());
        }
        node.end();
        return rule;
    }

    private static Map<String, String> labels(Node node) {
        Map<String, String> labels = new LinkedHashMap<>();
        node.entries()
                .forEach(label ->
                        labels.put(label.getKey(), label.getValue().json().asText()));
        for (String needed : List.of("severity", "team")) {
            if (!labels.containsKey(needed)) {
                node.problem(needed + " is missing");
            }
        }
        return labels;
    }

    // As Grafana writes them: 0s, 30s, 15m, 24h.
    private static Duration duration(Node node, String key) {
        String text = node.required(key);
        if (!text.matches("\\d+[smh]")) {
            node.problem(key + " must be like 30s, 15m or 24h");
            return Duration.ZERO;
        }
        return Duration.parse("PT" + text.toUpperCase(java.util.Locale.ROOT));
    }
}
