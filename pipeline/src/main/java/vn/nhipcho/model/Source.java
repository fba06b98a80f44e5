package vn.nhipcho.model;

/** Where a record stands in Kafka: what the ingest ledger and every dead letter are traced by. */
public record Source(String topic, int partition, long offset, long timestamp) {}
