package vn.nhipcho.ingest;

import java.util.Map;

/**
 * What is to be added to one partition's ledger: either records read (with their offsets) or their outcomes.
 *
 * @param firstOffset of the records read in this entry; -1 when the entry holds outcomes
 * @param lastOffset likewise
 * @param gaps offsets missing between the first and the last of the entry
 * @param minutes by minute (seconds since 1970): {consumed, applied, duplicate, superseded, dead}
 * @param spans by minute: {first, last} offset read
 * @param eventTime newest event time, milliseconds, or {@link Long#MIN_VALUE}
 * @param timestamp newest Kafka timestamp, milliseconds, or {@link Long#MIN_VALUE}
 */
public record LedgerEntry(
        String topic,
        int partition,
        long firstOffset,
        long lastOffset,
        long gaps,
        Map<Long, long[]> minutes,
        Map<Long, long[]> spans,
        long eventTime,
        long timestamp) {

    static final int CONSUMED = 0;
    static final int COUNTS = 5;

    static long minuteOf(long timestampMillis) {
        return Math.floorDiv(timestampMillis, 60_000L) * 60;
    }

    String partitionKey() {
        return topic + '/' + partition;
    }
}
