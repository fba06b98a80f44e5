package vn.nhipcho.ingest;

/**
 * How far one partition has come.
 *
 * @param lastOffset last offset read, or -1
 * @param eventTime newest event time, milliseconds, or {@link Long#MIN_VALUE}
 * @param timestamp newest Kafka timestamp of a usable record, milliseconds, or {@link Long#MIN_VALUE}
 * @param version row version of the freshness row last sent
 */
public record PartitionState(long lastOffset, long eventTime, long timestamp, long version) {
    static final PartitionState START = new PartitionState(-1, Long.MIN_VALUE, Long.MIN_VALUE, 0);
}
