package vn.nhipcho.dashboards.layout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Free parts of a layout, in which a map of languages stands for the text in one of them. */
public final class Localized {
    private Localized() {}

    public static JsonNode in(Language language, JsonNode node) {
        if (isText(node)) {
            return node.get(language.code());
        }
        if (node.isObject()) {
            ObjectNode out = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(entry -> out.set(entry.getKey(), in(language, entry.getValue())));
            return out;
        }
        if (node.isArray()) {
            ArrayNode out = JsonNodeFactory.instance.arrayNode();
            node.forEach(item -> out.add(in(language, item)));
            return out;
        }
        return node;
    }

    static void check(Node node) {
        if (isText(node.json())) {
            node.asText();
        } else if (node.isMap()) {
            node.entries().forEach(entry -> check(entry.getValue()));
        }
    }

    private static boolean isText(JsonNode node) {
        return node.has("vi") || node.has("en");
    }
}
