-- How far one partition of a topic has come, and when that could be queried.
CREATE TABLE IF NOT EXISTS market_raw.freshness ${on_cluster}
(
    job          LowCardinality(String),
    topic        LowCardinality(String),
    partition    Int32,
    event_time   DateTime64(3, 'UTC'),
    ingested_at  DateTime64(3, 'UTC'),
    version      UInt64,
    queryable_at DateTime64(3, 'UTC') DEFAULT now64(3)
)
ENGINE = ${replicated}ReplacingMergeTree(version)
ORDER BY (job, topic, partition);
