package vn.nhipcho.source;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import vn.nhipcho.event.AccountEvent;
import vn.nhipcho.event.ListingEvent;
import vn.nhipcho.event.OrderEvent;
import vn.nhipcho.model.Topics;
import vn.nhipcho.registry.SchemaSource;

/**
 * Reads the events that records hold and checks none of their fields: what a replay can mend. Whether a record may pass
 * is for the {@link EventDecoder} to say. For one thread.
 */
public final class UncheckedEvents {
    /** The topics that the jobs read, with the schema of their events. */
    public static final Map<String, Schema> SCHEMAS = Map.of(
            Topics.ORDERS, OrderEvent.getClassSchema(),
            Topics.ACCOUNTS, AccountEvent.getClassSchema(),
            Topics.LISTINGS, ListingEvent.getClassSchema());

    private final Map<String, EventReader<SpecificRecord>> readers = new HashMap<>();

    public UncheckedEvents(SchemaSource registry) {
        SCHEMAS.forEach((topic, schema) -> readers.put(topic, new EventReader<>("replay", registry, schema)));
    }

    /** Empty when the bytes are no event that this release can read. */
    public Optional<SpecificRecord> read(String topic, byte[] value) {
        try {
            return Optional.of(readers.get(topic).unchecked(value));
        } catch (Refusal undecodable) {
            return Optional.empty();
        }
    }
}
