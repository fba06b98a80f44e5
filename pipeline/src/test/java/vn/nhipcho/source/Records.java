package vn.nhipcho.source;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import vn.nhipcho.fixture.AnOrderEvent;
import vn.nhipcho.registry.ConfluentWire;
import vn.nhipcho.registry.SchemaLookup;
import vn.nhipcho.registry.SchemaSource;

/** Records around events, arrived a minute after their event, and a registry that knows one schema. */
final class Records {
    static final int SCHEMA_ID = 7;
    static final long TIMESTAMP =
            AnOrderEvent.OCCURRED_AT.plus(Duration.ofMinutes(1)).toEpochMilli();

    private Records() {}

    static RawRecord of(SpecificRecord event) {
        return of(ConfluentWire.encode(SCHEMA_ID, event));
    }

    static RawRecord of(byte[] value) {
        return new RawRecord("market.test.v1", 3, 42, TIMESTAMP, "key".getBytes(StandardCharsets.UTF_8), value, 1);
    }

    static SchemaSource registryWith(Schema schema) {
        return id -> id == SCHEMA_ID ? new SchemaLookup.Found(schema) : new SchemaLookup.Unknown();
    }
}
