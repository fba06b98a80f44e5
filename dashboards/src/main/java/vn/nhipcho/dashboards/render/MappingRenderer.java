package vn.nhipcho.dashboards.render;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import vn.nhipcho.dashboards.layout.Field;
import vn.nhipcho.dashboards.layout.Language;

/** Values shown as words: single values, ranges {@code from..to}, texts that fit a {@code /pattern/} and the special ones. */
record MappingRenderer(Language language) {
    private static final Set<String> SPECIAL = Set.of("null", "nan", "null+nan", "true", "false", "empty");

    ArrayNode mappings(Map<String, Field.Mapping> mappings) {
        ArrayNode all = Json.array();
        ObjectNode values = Json.object();
        int index = 0;
        for (Map.Entry<String, Field.Mapping> entry : mappings.entrySet()) {
            ObjectNode result = result(entry.getValue(), index++);
            String key = entry.getKey();
            if (key.startsWith("/")) {
                ObjectNode options = Json.object().put("pattern", key);
                options.set("result", result);
                all.add(mapping("regex", options));
            } else if (key.contains("..")) {
                all.add(range(key, result));
            } else if (SPECIAL.contains(key)) {
                ObjectNode options = Json.object().put("match", key);
                options.set("result", result);
                all.add(mapping("special", options));
            } else {
                values.set(key, result);
            }
        }
        if (!values.isEmpty()) {
            all.insert(0, mapping("value", values));
        }
        return all;
    }

    private ObjectNode result(Field.Mapping mapping, int index) {
        ObjectNode result = Json.object();
        if (!mapping.text().isEmpty()) {
            result.put("text", mapping.text().in(language));
        }
        result.put("index", index);
        mapping.color().ifPresent(color -> result.put("color", color));
        return result;
    }

    // An end that is left open is null.
    private static ObjectNode range(String key, ObjectNode result) {
        int dots = key.indexOf("..");
        ObjectNode options = Json.object();
        bound(options, "from", key.substring(0, dots));
        bound(options, "to", key.substring(dots + 2));
        options.set("result", result);
        return mapping("range", options);
    }

    private static void bound(ObjectNode options, String name, String value) {
        if (value.isBlank()) {
            options.putNull(name);
        } else {
            options.set(name, Json.number(Double.parseDouble(value)));
        }
    }

    private static ObjectNode mapping(String type, ObjectNode options) {
        ObjectNode mapping = Json.object().put("type", type);
        mapping.set("options", options);
        return mapping;
    }
}
