-- The notifier's memory: a message is here before it is posted, so that a kill in between posts the same one again.
CREATE TABLE IF NOT EXISTS market_raw.notifications ${on_cluster}
(
    message_id String COMMENT 'the idempotency key',
    kind       LowCardinality(String),
    area_kind  LowCardinality(String),
    area       String,
    day        Date32 COMMENT 'in the business zone',
    alert_id   String COMMENT 'empty for a digest',
    body       String COMMENT 'the JSON that is posted',
    state      LowCardinality(String),
    attempts   UInt32,
    detail     String,
    version    UInt64 COMMENT 'milliseconds since 1970'
)
ENGINE = ${replicated}ReplacingMergeTree(version)
ORDER BY (message_id);
