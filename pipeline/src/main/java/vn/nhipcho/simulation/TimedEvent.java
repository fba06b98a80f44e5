package vn.nhipcho.simulation;

import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;

/** One event of a season: what is sent, where to and when it happened; events come in the order of that time. */
public record TimedEvent(String topic, String key, SpecificRecord event, Instant occurredAt) {}
