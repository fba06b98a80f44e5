package vn.nhipcho.dashboards.layout;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Reads how columns are shown. */
final class FieldReader {
    private static final Text OPEN = new Text("Xem chi tiết", "Open details");
    private static final Set<String> CELLS =
            Set.of("auto", "color-text", "color-background", "gauge", "sparkline", "pill", "markdown");

    private final Map<String, Unit> units;

    FieldReader(Map<String, Unit> units) {
        this.units = units;
    }

    /** A column's own keys. */
    Field column(Node node) {
        // A bare {vi, en} is the name alone.
        if (node.has("vi") || node.has("en")) {
            return named(node);
        }
        Field field = common(node, node.textOrNone("title"));
        node.end();
        return field;
    }

    private static Field named(Node node) {
        return new Field(
                node.asText(),
                Optional.empty(),
                java.util.OptionalInt.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Text.NONE,
                List.of(),
                Map.of(),
                Optional.empty(),
                false,
                java.util.OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    /** The keys that panels and columns share. */
    Field common(Node node, Text title) {
        boolean isColumn = node.place().contains(".fields.");
        Optional<String> cell = optional(node, "cell");
        cell.filter(name -> !CELLS.contains(name)).ifPresent(name -> node.problem("no such cell: " + name));
        return new Field(
                title,
                unit(node),
                node.integer("decimals"),
                node.number("min"),
                node.number("max"),
                node.textOrNone("no_value"),
                thresholds(node.child("thresholds")),
                Maps.of(node.child("mappings").entries(), FieldReader::mapping),
                optional(node, "color"),
                isColumn && node.flag("hidden", false),
                isColumn ? node.integer("width") : java.util.OptionalInt.empty(),
                optional(node, "align"),
                cell,
                node.items("link").stream().map(link -> Link.of(link, OPEN)).toList(),
                node.raw("custom"));
    }

    private Optional<Unit> unit(Node node) {
        Optional<String> name = optional(node, "unit");
        name.filter(known -> !units.containsKey(known))
                .ifPresent(unknown -> node.problem("no such unit in units.yaml: " + unknown));
        return name.map(units::get);
    }

    // [red, 0.8, orange, 1, green]: a colour, then from each value on another.
    private static List<Field.Threshold> thresholds(Node node) {
        List<Field.Threshold> thresholds = new ArrayList<>();
        OptionalDouble from = OptionalDouble.empty();
        for (int i = 0; i < node.json().size(); i++) {
            JsonNode item = node.json().get(i);
            if (item.isNumber() != (i % 2 == 1)) {
                node.problem("must go colour, value, colour, …: [red, 0.8, orange, 1, green]");
                return List.of();
            }
            if (item.isNumber()) {
                from = OptionalDouble.of(item.asDouble());
            } else {
                thresholds.add(new Field.Threshold(from, item.asText()));
            }
        }
        return List.copyOf(thresholds);
    }

    private static Field.Mapping mapping(Node node) {
        if (node.has("vi") || node.has("en")) {
            return new Field.Mapping(node.asText(), Optional.empty());
        }
        Optional<String> color = optional(node, "color");
        // With a colour, the value may stand as it is.
        Text text = color.isPresent() ? node.textOrNone("text") : node.text("text");
        Field.Mapping mapping = new Field.Mapping(text, color);
        node.end();
        return mapping;
    }

    static Optional<String> optional(Node node, String key) {
        return Optional.of(node.string(key, "")).filter(value -> !value.isEmpty());
    }
}
