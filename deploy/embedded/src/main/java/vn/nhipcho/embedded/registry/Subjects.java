package vn.nhipcho.embedded.registry;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;

/** What is registered. A schema has one id whatever subjects it is in; an id never changes its meaning. */
final class Subjects implements AutoCloseable {
    /** As a Confluent registry is set when nobody has said otherwise. */
    private static final Compatibility DEFAULT = Compatibility.BACKWARD;

    record Version(String subject, int version, int id, Schema schema) {}

    private final SchemaLog log;
    private final SortedMap<String, List<Version>> bySubject = new TreeMap<>();
    private final Map<Integer, Schema> byId = new HashMap<>();
    private final Map<String, Integer> ids = new HashMap<>();
    private final Map<String, Compatibility> levels = new HashMap<>();

    Subjects(SchemaLog log) throws IOException {
        this.log = log;
        for (Entry entry : log.read()) {
            apply(entry);
        }
    }

    static Schema parse(String text) {
        try {
            return new Schema.Parser().parse(text);
        } catch (SchemaParseException e) {
            throw RegistryError.invalidSchema(e.getMessage());
        }
    }

    synchronized List<String> names() {
        return List.copyOf(bySubject.keySet());
    }

    synchronized List<Version> versions(String subject) {
        var versions = bySubject.get(subject);
        if (versions == null) {
            throw RegistryError.unknownSubject(subject);
        }
        return List.copyOf(versions);
    }

    synchronized Schema schema(int id) {
        var schema = byId.get(id);
        if (schema == null) {
            throw RegistryError.unknownSchema();
        }
        return schema;
    }

    synchronized List<Version> versionsOf(int id) {
        schema(id);
        return bySubject.values().stream()
                .flatMap(List::stream)
                .filter(version -> version.id() == id)
                .toList();
    }

    /** The version of the subject that has exactly this schema, documentation included. */
    synchronized Optional<Version> find(String subject, Schema schema) {
        String text = schema.toString();
        return versions(subject).stream()
                .filter(version -> version.schema().toString().equals(text))
                .findFirst();
    }

    synchronized Version register(String subject, Schema schema) throws IOException {
        if (bySubject.containsKey(subject)) {
            var known = find(subject, schema);
            if (known.isPresent()) {
                return known.get();
            }
        }
        var violations = violations(subject, schema);
        if (!violations.isEmpty()) {
            throw new RegistryError(
                    409,
                    409,
                    "Schema being registered is incompatible with an earlier schema for subject '" + subject + "': "
                            + violations);
        }
        int id = ids.getOrDefault(schema.toString(), byId.size() + 1);
        int version = bySubject.getOrDefault(subject, List.of()).size() + 1;
        store(Entry.version(subject, version, id, schema.toString()));
        return bySubject.get(subject).get(version - 1);
    }

    /** Why the subject would not take the schema as its next version. */
    synchronized List<String> violations(String subject, Schema schema) {
        var before = bySubject.getOrDefault(subject, List.of()).stream()
                .map(Version::schema)
                .toList();
        return level(subject).violations(schema, before);
    }

    /** Why the schema and one version do not fit, by the subject's level. */
    synchronized List<String> violations(Version version, Schema schema) {
        return level(version.subject()).violations(schema, List.of(version.schema()));
    }

    synchronized Compatibility level() {
        return levels.getOrDefault(null, DEFAULT);
    }

    synchronized Compatibility level(String subject) {
        return ownLevel(subject).orElseGet(this::level);
    }

    synchronized Optional<Compatibility> ownLevel(String subject) {
        return Optional.ofNullable(levels.get(subject));
    }

    /** @param subject null for the global level */
    synchronized void setLevel(String subject, Compatibility level) throws IOException {
        store(Entry.level(subject, level));
    }

    @Override
    public void close() throws IOException {
        log.close();
    }

    private void store(Entry entry) throws IOException {
        log.append(entry);
        apply(entry);
    }

    private void apply(Entry entry) {
        if (entry.compatibility() != null) {
            levels.put(entry.subject(), Compatibility.valueOf(entry.compatibility()));
            return;
        }
        Schema schema = parse(entry.schema());
        byId.putIfAbsent(entry.id(), schema);
        ids.putIfAbsent(schema.toString(), entry.id());
        bySubject
                .computeIfAbsent(entry.subject(), subject -> new ArrayList<>())
                .add(new Version(entry.subject(), entry.version(), entry.id(), schema));
    }
}
