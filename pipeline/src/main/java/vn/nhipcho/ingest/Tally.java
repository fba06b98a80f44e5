package vn.nhipcho.ingest;

import java.util.HashMap;
import java.util.Map;
import vn.nhipcho.model.Source;

/** Gathers one partition's records or outcomes between two checkpoints into one {@link LedgerEntry}. */
final class Tally {
    private final String topic;
    private final int partition;
    private final Map<Long, long[]> minutes = new HashMap<>();
    private final Map<Long, long[]> spans = new HashMap<>();
    private long firstOffset = -1;
    private long lastOffset = -1;
    private long gaps;
    private long eventTime = Long.MIN_VALUE;
    private long timestamp = Long.MIN_VALUE;

    Tally(String topic, int partition) {
        this.topic = topic;
        this.partition = partition;
    }

    void read(long offset, long recordTimestamp) {
        if (firstOffset < 0) {
            firstOffset = offset;
        } else {
            gaps += offset - lastOffset - 1;
        }
        lastOffset = offset;
        long minute = LedgerEntry.minuteOf(recordTimestamp);
        counts(minute)[LedgerEntry.CONSUMED]++;
        spans.computeIfAbsent(minute, absent -> new long[] {offset, offset})[1] = offset;
    }

    void became(Verdict verdict) {
        Source source = verdict.source();
        counts(LedgerEntry.minuteOf(source.timestamp()))[1 + verdict.kind().ordinal()]++;
        if (verdict.kind() != Verdict.Kind.DEAD) {
            eventTime = Math.max(eventTime, verdict.occurredAt());
            timestamp = Math.max(timestamp, source.timestamp());
        }
    }

    LedgerEntry entry() {
        return new LedgerEntry(topic, partition, firstOffset, lastOffset, gaps, minutes, spans, eventTime, timestamp);
    }

    private long[] counts(long minute) {
        return minutes.computeIfAbsent(minute, absent -> new long[LedgerEntry.COUNTS]);
    }
}
