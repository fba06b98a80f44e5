-- What became of the records of one partition in one minute of their Kafka timestamps:
-- consumed = applied + duplicate + superseded + dead.
CREATE TABLE IF NOT EXISTS market_raw.ingest_ledger ${on_cluster}
(
    job          LowCardinality(String),
    topic        LowCardinality(String),
    partition    Int32,
    minute       DateTime('UTC'),
    consumed     UInt64,
    applied      UInt64,
    duplicate    UInt64,
    superseded   UInt64,
    dead         UInt64,
    first_offset Int64,
    last_offset  Int64,
    gaps         Int64 COMMENT 'offsets missing between records that follow each other',
    version      UInt64
)
ENGINE = ${replicated}ReplacingMergeTree(version)
ORDER BY (job, topic, partition, minute);
