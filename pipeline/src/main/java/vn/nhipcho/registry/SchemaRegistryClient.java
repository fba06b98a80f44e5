package vn.nhipcho.registry;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;
import vn.nhipcho.registry.RegistryHttp.Answer;

/**
 * A client of any schema registry that speaks Confluent's REST API. Thread-safe; remembers schemas for ever (an id never
 * changes its meaning) and unknown ids for a few seconds. It does not retry: see {@link PatientSchemaSource}.
 */
public final class SchemaRegistryClient implements SchemaSource {
    private static final int UNKNOWN_SUBJECT = 40401;
    private static final int UNKNOWN_VERSION = 40402;
    private static final int UNKNOWN_SCHEMA = 40403;

    private final RegistryHttp http;
    private final Map<Integer, SchemaLookup> known = new ConcurrentHashMap<>();
    private final UnknownIds unknown;

    public SchemaRegistryClient(RegistryConfig config) {
        this(config, InstantSource.system());
    }

    SchemaRegistryClient(RegistryConfig config, InstantSource clock) {
        this.http = new RegistryHttp(config);
        this.unknown = new UnknownIds(clock);
    }

    @Override
    public SchemaLookup byId(int id) {
        var cached = known.get(id);
        if (cached != null) {
            return cached;
        }
        if (unknown.contains(id)) {
            return new SchemaLookup.Unknown();
        }
        Answer answer = http.get("/schemas/ids/" + id);
        if (answer.isError(UNKNOWN_SCHEMA)) {
            unknown.add(id);
            return new SchemaLookup.Unknown();
        }
        var found = parse(answer);
        known.put(id, found);
        return found;
    }

    /** Registers the schema as the subject's newest version and returns its id; the same schema keeps its id. */
    public int register(String subject, Schema schema) {
        return http.post("/subjects/" + escape(subject) + "/versions", request(schema))
                .field("id")
                .intValue();
    }

    /** The id under which the subject has exactly this schema; empty when it has not. */
    public OptionalInt find(String subject, Schema schema) {
        Answer answer = http.post("/subjects/" + escape(subject), request(schema));
        if (answer.isError(UNKNOWN_SUBJECT, UNKNOWN_SCHEMA)) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(answer.field("id").intValue());
    }

    /** Sets the compatibility level of a subject, for example {@code FULL_TRANSITIVE}. */
    public void setCompatibility(String subject, String level) {
        http.put(
                "/config/" + escape(subject),
                JsonNodeFactory.instance.objectNode().put("compatibility", level));
    }

    /** Whether the subject would take the schema as its next version; a subject without versions takes any. */
    public boolean checkCompatibility(String subject, Schema schema) {
        Answer answer = http.post("/compatibility/subjects/" + escape(subject) + "/versions", request(schema));
        return answer.isError(UNKNOWN_SUBJECT, UNKNOWN_VERSION)
                || answer.field("is_compatible").booleanValue();
    }

    private static SchemaLookup parse(Answer answer) {
        String type = answer.body().path("schemaType").asText("AVRO");
        if (!type.equals("AVRO")) {
            return new SchemaLookup.NotAvro("the registry has a schema of type " + type + " under this id");
        }
        try {
            return new SchemaLookup.Found(
                    new Schema.Parser().parse(answer.field("schema").asText()));
        } catch (SchemaParseException e) {
            return new SchemaLookup.NotAvro("the registry's schema is not valid Avro");
        }
    }

    private static ObjectNode request(Schema schema) {
        return JsonNodeFactory.instance.objectNode().put("schema", PublicForm.of(schema));
    }

    private static String escape(String subject) {
        return URLEncoder.encode(subject, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
