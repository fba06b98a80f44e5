package vn.nhipcho.dashboards.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import vn.nhipcho.dashboards.layout.Field;
import vn.nhipcho.dashboards.layout.Language;
import vn.nhipcho.dashboards.layout.Localized;
import vn.nhipcho.dashboards.layout.Panel;

/** How columns are shown, as Grafana's field config: defaults of a panel and overrides by column. */
final class FieldRenderer {
    private static final Set<String> COLOR_MODES = Set.of("thresholds", "palette-classic", "palette-classic-by-name");

    private final Language language;
    private final LinkRenderer links;

    FieldRenderer(Language language, LinkRenderer links) {
        this.language = language;
        this.links = links;
    }

    ObjectNode config(Panel panel) {
        ObjectNode defaults = PanelTypes.defaults(panel);
        if (!panel.type().equals("text")) {
            defaults.put("noValue", language == Language.VI ? "chưa có số liệu" : "no data yet");
        }
        // Without any, Grafana colours everything from 80 on red.
        defaults.set("thresholds", thresholds(List.of(new Field.Threshold(OptionalDouble.empty(), "text"))));
        properties(panel, panel.defaults()).forEach((id, value) -> set(defaults, id, value));
        panel.series().ifPresent(label -> defaults.put("displayName", "${__field.labels." + label + "}"));
        ArrayNode overrides = Json.array();
        panel.fields().forEach((column, field) -> {
            ArrayNode properties = Json.array();
            properties(panel, field)
                    .forEach((id, value) ->
                            properties.add(Json.object().put("id", id).set("value", value)));
            ObjectNode override = Json.object();
            override.set("matcher", Json.object().put("id", "byName").put("options", column));
            override.set("properties", properties);
            overrides.add(override);
        });
        ObjectNode config = Json.object();
        config.set("defaults", defaults);
        config.set("overrides", overrides);
        return config;
    }

    /** Property id → value, in a fixed order. */
    private Map<String, JsonNode> properties(Panel panel, Field field) {
        Map<String, JsonNode> all = new LinkedHashMap<>();
        ArrayNode json = Json.array();
        if (!field.title().isEmpty()) {
            all.put("displayName", text(field.title().in(language)));
        }
        field.unit().ifPresent(unit -> all.put("unit", text(unit.grafana().in(language))));
        OptionalInt decimals = field.decimals().isPresent()
                ? field.decimals()
                : field.unit().map(unit -> unit.decimals()).orElse(OptionalInt.empty());
        decimals.ifPresent(count -> all.put("decimals", json.numberNode(count)));
        field.min().ifPresent(min -> all.put("min", Json.number(min)));
        field.max().ifPresent(max -> all.put("max", Json.number(max)));
        if (!field.noValue().isEmpty()) {
            all.put("noValue", text(field.noValue().in(language)));
        }
        color(field).ifPresent(color -> all.put("color", color));
        if (!field.thresholds().isEmpty()) {
            all.put("thresholds", thresholds(field.thresholds()));
        }
        if (!field.mappings().isEmpty()) {
            all.put("mappings", new MappingRenderer(language).mappings(field.mappings()));
        }
        if (!field.links().isEmpty()) {
            all.put("links", links.dataLinks(field.links()));
        }
        if (field.isHidden()) {
            all.put(
                    panel.type().equals("table") ? "custom.hidden" : "custom.hideFrom",
                    panel.type().equals("table")
                            ? json.booleanNode(true)
                            : Json.object().put("viz", true).put("legend", true).put("tooltip", true));
        }
        field.width().ifPresent(width -> all.put("custom.width", json.numberNode(width)));
        field.align().ifPresent(align -> all.put("custom.align", text(align)));
        field.cell()
                .ifPresent(cell -> all.put("custom.cellOptions", Json.object().put("type", cell)));
        field.custom().ifPresent(custom -> Localized.in(language, custom)
                .properties()
                .forEach(entry -> all.put("custom." + entry.getKey(), entry.getValue())));
        return all;
    }

    private static Optional<ObjectNode> color(Field field) {
        if (field.color().isPresent()) {
            String color = field.color().get();
            boolean isMode = COLOR_MODES.contains(color) || color.startsWith("continuous-");
            return Optional.of(
                    isMode
                            ? Json.object().put("mode", color)
                            : Json.object().put("mode", "fixed").put("fixedColor", color));
        }
        return field.thresholds().isEmpty()
                ? Optional.empty()
                : Optional.of(Json.object().put("mode", "thresholds"));
    }

    private static ObjectNode thresholds(List<Field.Threshold> all) {
        ArrayNode steps = Json.array();
        for (Field.Threshold threshold : all) {
            ObjectNode step = Json.object().put("color", threshold.color());
            if (threshold.from().isPresent()) {
                step.set("value", Json.number(threshold.from().getAsDouble()));
            } else {
                step.putNull("value");
            }
            steps.add(step);
        }
        ObjectNode thresholds = Json.object().put("mode", "absolute");
        thresholds.set("steps", steps);
        return thresholds;
    }

    private static void set(ObjectNode defaults, String id, JsonNode value) {
        if (id.startsWith("custom.")) {
            ObjectNode custom = defaults.withObject("/custom");
            ObjectNode over = Json.object();
            over.set(id.substring("custom.".length()), value);
            Json.merge(custom, over);
        } else {
            defaults.set(id, value);
        }
    }

    private static JsonNode text(String text) {
        return Json.array().textNode(text);
    }
}
