package vn.nhipcho.model;

/**
 * A row of {@code ingest_ledger}: what became of the records of one partition in one minute of their Kafka timestamps.
 * In every committed row consumed = applied + duplicate + superseded + dead.
 *
 * @param minute seconds since 1970 UTC
 * @param gaps offsets missing between records that follow each other
 */
public record IngestLedgerRow(
        String job,
        String topic,
        int partition,
        long minute,
        long consumed,
        long applied,
        long duplicate,
        long superseded,
        long dead,
        long firstOffset,
        long lastOffset,
        long gaps,
        long version) {}
