package vn.nhipcho.registry;

import org.apache.avro.Schema;

/** What a registry answers when it is asked for a schema by id. */
public sealed interface SchemaLookup {
    record Found(Schema schema) implements SchemaLookup {}

    /** The registry answers and does not know the id. */
    record Unknown() implements SchemaLookup {}

    /** The id is known and names no Avro schema that this build can read. */
    record NotAvro(String detail) implements SchemaLookup {}
}
