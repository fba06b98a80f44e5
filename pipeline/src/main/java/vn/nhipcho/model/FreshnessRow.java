package vn.nhipcho.model;

/**
 * A row of {@code freshness}: how far one partition of a topic has come. When the row became queryable is set by
 * ClickHouse at insert.
 *
 * @param eventTime newest event time seen, milliseconds
 * @param ingestedAt Kafka timestamp of the newest record, milliseconds
 */
public record FreshnessRow(String job, String topic, int partition, long eventTime, long ingestedAt, long version) {}
