package vn.nhipcho.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.avro.Schema;

/** Versions of a topic's contract: those of files, and what the next ones may and may not become. */
final class Contract {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ObjectNode schema;

    private Contract(ObjectNode schema) {
        this.schema = schema;
    }

    /** The first version that was ever released. */
    static Schema first(String topic) throws IOException {
        return new Contract(read("test/resources/history/" + topic + "/v1.avsc")).schema();
    }

    /** The version that this build reads, to be changed. */
    static Contract current(String topic, String name) throws IOException {
        return new Contract(read("main/avro/" + topic + "/" + name + ".avsc"));
    }

    Contract withField(String field, String json) throws IOException {
        ObjectNode next = schema.deepCopy();
        ((ArrayNode) next.get("fields")).add(((ObjectNode) JSON.readTree(json)).put("name", field));
        return new Contract(next);
    }

    /** One more symbol of the enum that the field is or may be. */
    Contract withSymbol(String field, String symbol) {
        ObjectNode next = schema.deepCopy();
        ((ArrayNode) field(next, field).findValue("symbols")).add(symbol);
        return new Contract(next);
    }

    /** One more type that the field, a union, may have. */
    Contract withBranch(String field, String type) {
        ObjectNode next = schema.deepCopy();
        ((ArrayNode) field(next, field).get("type")).add(type);
        return new Contract(next);
    }

    Schema schema() {
        return new Schema.Parser().parse(schema.toString());
    }

    private static JsonNode field(ObjectNode record, String name) {
        for (JsonNode field : record.get("fields")) {
            if (field.get("name").textValue().equals(name)) {
                return field;
            }
        }
        throw new IllegalArgumentException("no field " + name);
    }

    private static ObjectNode read(String path) throws IOException {
        return (ObjectNode) JSON.readTree(Path.of("../schemas/src", path).toFile());
    }
}
