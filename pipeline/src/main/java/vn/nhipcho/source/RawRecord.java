package vn.nhipcho.source;

import vn.nhipcho.deadletter.DeadLetterReason;
import vn.nhipcho.deadletter.Rejected;
import vn.nhipcho.model.Source;

/**
 * A record as it stands in Kafka, not yet looked into.
 *
 * @param timestamp milliseconds
 * @param key null when the record has none
 * @param value null for a tombstone
 * @param attempt how many times the record has been tried, this time included: 1, or the header that a replay sets
 */
public record RawRecord(
        String topic, int partition, long offset, long timestamp, byte[] key, byte[] value, int attempt) {
    public static final String ATTEMPT_HEADER = "attempt";
    /** Position of the dead letter that a replay sends again, for whoever looks at the topic; the jobs do not read it. */
    public static final String REPLAY_OF_HEADER = "replay-of";

    public Source source() {
        return new Source(topic, partition, offset, timestamp);
    }

    public Rejected reject(DeadLetterReason reason, String step, Integer schemaId, String detail) {
        return new Rejected(
                reason, step, topic, partition, offset, timestamp, key, value, schemaId, detail, attempt, null);
    }
}
