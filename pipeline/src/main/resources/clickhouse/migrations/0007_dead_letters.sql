-- What could not be used, without its payload, which may hold anything and lives in the topic for at most 7 days.
CREATE TABLE IF NOT EXISTS market_raw.dead_letters ${on_cluster}
(
    topic       LowCardinality(String),
    partition   Int32 COMMENT '-1 for a file',
    offset      Int64 COMMENT 'line number for a file',
    file        String,
    reason      LowCardinality(String),
    step        LowCardinality(String),
    detail      String,
    first_seen  DateTime64(3, 'UTC'),
    attempts    UInt32,
    version     UInt64,
    replayed_at Nullable(DateTime64(3, 'UTC'))
)
ENGINE = ${replicated}ReplacingMergeTree(version)
ORDER BY (topic, partition, offset, file);
