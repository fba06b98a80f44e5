package vn.nhipcho.dashboards.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** Grafana's own JSON Schemas, read where they are and mended where they refuse what Grafana takes. */
final class GrafanaSchemas {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Set<String> FRACTIONS = Set.of("lat", "lon", "opacity", "zoom");

    private final Path directory;

    GrafanaSchemas(Path directory) {
        this.directory = directory;
    }

    JsonSchema dashboard() {
        return compiled(read("dashboard").orElseThrow());
    }

    /** What a panel of this type says under {@code Options} or {@code FieldConfig}; empty where Grafana has none. */
    Optional<JsonSchema> panel(String type, String definition) {
        return read(type.replace("-", ""))
                .filter(schema -> schema.path("definitions").has(definition))
                .map(schema -> compiled(((ObjectNode) schema).put("$ref", "#/definitions/" + definition)));
    }

    private Optional<JsonNode> read(String name) {
        Path file = directory.resolve(name + ".jsonschema.json");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(mended(MAPPER.readTree(file.toFile())));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static JsonSchema compiled(JsonNode schema) {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(schema);
    }

    // "An object with any additional property" stands for "anything" there, fractions are typed as integers, and of the
    // alternatives that are said to exclude each other several fit.
    private static JsonNode mended(JsonNode node) {
        if (node instanceof ObjectNode object) {
            boolean isAnything = object.path("type").asText().equals("object")
                    && object.path("additionalProperties").isObject()
                    && object.path("additionalProperties").isEmpty()
                    && !object.has("properties");
            if (isAnything) {
                return MAPPER.createObjectNode();
            }
            object.fieldNames().forEachRemaining(name -> {
                JsonNode child = object.get(name);
                if (FRACTIONS.contains(name) && child.path("type").asText().equals("integer")) {
                    ((ObjectNode) child).set("type", TextNode.valueOf("number"));
                }
            });
            if (object.has("oneOf")) {
                object.set("anyOf", object.remove("oneOf"));
            }
            object.properties().forEach(entry -> entry.setValue(mended(entry.getValue())));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, mended(array.get(i)));
            }
        }
        return node;
    }
}
