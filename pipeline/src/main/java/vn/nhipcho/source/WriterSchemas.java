package vn.nhipcho.source;

import static vn.nhipcho.deadletter.DeadLetterReason.INCOMPATIBLE_SCHEMA;
import static vn.nhipcho.deadletter.DeadLetterReason.UNKNOWN_SCHEMA_ID;

import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.io.DatumReader;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import vn.nhipcho.registry.SchemaLookup;
import vn.nhipcho.registry.SchemaSource;

/** Keeps one reader for each schema id that records were written with: from that schema to the generated class. */
final class WriterSchemas<E> {
    private final SchemaSource registry;
    private final Schema expected;
    private final Map<Integer, DatumReader<E>> readers = new HashMap<>();
    private final Map<Integer, Refusal> refusals = new HashMap<>();

    WriterSchemas(SchemaSource registry, Schema expected) {
        this.registry = registry;
        this.expected = expected;
    }

    DatumReader<E> reader(int schemaId) {
        var reader = readers.get(schemaId);
        return reader != null ? reader : lookUp(schemaId);
    }

    private DatumReader<E> lookUp(int schemaId) {
        var refused = refusals.get(schemaId);
        if (refused != null) {
            throw refused;
        }
        SchemaLookup answer = registry.byId(schemaId);
        if (answer instanceof SchemaLookup.Found found) {
            return check(schemaId, found.schema());
        }
        if (answer instanceof SchemaLookup.NotAvro other) {
            throw remember(schemaId, other.detail());
        }
        throw new Refusal(UNKNOWN_SCHEMA_ID, "the registry has no schema of id " + schemaId);
    }

    private DatumReader<E> check(int schemaId, Schema writer) {
        var verdict = SchemaCompatibility.checkReaderWriterCompatibility(expected, writer);
        if (verdict.getType() != SchemaCompatibilityType.COMPATIBLE) {
            var first = verdict.getResult().getIncompatibilities().get(0);
            throw remember(
                    schemaId,
                    "schema " + schemaId + " (" + writer.getFullName() + ") cannot be read as " + expected.getFullName()
                            + ": " + first.getType() + " at " + first.getLocation());
        }
        LogicalTypes.firstDifference(writer, expected).ifPresent(difference -> {
            throw remember(schemaId, "schema " + schemaId + ": " + difference);
        });
        DatumReader<E> reader = new SpecificDatumReader<>(writer, expected, SpecificData.getForSchema(expected));
        readers.put(schemaId, reader);
        return reader;
    }

    private Refusal remember(int schemaId, String detail) {
        var refusal = new Refusal(INCOMPATIBLE_SCHEMA, detail);
        refusals.put(schemaId, refusal);
        return refusal;
    }
}
