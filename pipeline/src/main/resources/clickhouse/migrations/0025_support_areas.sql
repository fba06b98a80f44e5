-- Which support unit looks after the sellers of a commune or a cooperative, and for how long.
CREATE TABLE IF NOT EXISTS market_raw.support_areas ${on_cluster}
(
    unit       String,
    level      LowCardinality(String) COMMENT 'commune or cooperative',
    code       String,
    valid_from Nullable(Date32),
    valid_to   Nullable(Date32) COMMENT 'last day',
    load       UInt64
)
ENGINE = ${replicated}MergeTree
PARTITION BY load
ORDER BY (level, code);
