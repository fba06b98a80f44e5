package vn.nhipcho.dashboards.render;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

/** JSON as the rendered files have it: the same bytes for the same content, a key a line. */
final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final DefaultPrettyPrinter PRETTY = new DefaultPrettyPrinter(
                    Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
            .withObjectIndenter(new DefaultIndenter("  ", "\n"))
            .withArrayIndenter(new DefaultIndenter("  ", "\n"));

    private Json() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    static ArrayNode array(String... texts) {
        ArrayNode array = array();
        Arrays.stream(texts).forEach(array::add);
        return array;
    }

    /** A whole number without a fraction: 1, not 1.0. */
    static JsonNode number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? JsonNodeFactory.instance.numberNode((long) value)
                : JsonNodeFactory.instance.numberNode(value);
    }

    /** Lays {@code over} upon {@code base}: maps are merged, all else is replaced. */
    static void merge(ObjectNode base, ObjectNode over) {
        over.properties().forEach(entry -> {
            JsonNode below = base.get(entry.getKey());
            if (below != null && below.isObject() && entry.getValue().isObject()) {
                merge((ObjectNode) below, (ObjectNode) entry.getValue());
            } else {
                base.set(entry.getKey(), entry.getValue().deepCopy());
            }
        });
    }

    static String text(JsonNode json) {
        try {
            return MAPPER.writer(PRETTY).writeValueAsString(json) + "\n";
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
