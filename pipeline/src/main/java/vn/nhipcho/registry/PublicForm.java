package vn.nhipcho.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.avro.Schema;

/** A generated class's schema as it is published: without the hint to Java's string class, which is nobody else's. */
final class PublicForm {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String JAVA_STRING = "avro.java.string";

    private PublicForm() {}

    static String of(Schema schema) {
        try {
            return JSON.writeValueAsString(strip(JSON.readTree(schema.toString())));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a schema: " + schema, e);
        }
    }

    private static JsonNode strip(JsonNode node) {
        if (node instanceof ObjectNode object) {
            boolean hinted = object.remove(JAVA_STRING) != null;
            object.properties().forEach(entry -> entry.setValue(strip(entry.getValue())));
            return hinted && object.size() == 1 ? object.get("type") : object;
        }
        if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, strip(array.get(i)));
            }
        }
        return node;
    }
}
