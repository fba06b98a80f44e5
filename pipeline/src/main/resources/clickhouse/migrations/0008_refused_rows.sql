-- Rows that ClickHouse itself refused for their content, isolated from their batch; counted apart from dead letters.
CREATE TABLE IF NOT EXISTS market_raw.refused_rows ${on_cluster}
(
    table_name LowCardinality(String),
    row_key    String,
    code       Int32 COMMENT 'error code of ClickHouse, 0 when the driver could not write the row',
    message    String,
    version    UInt64,
    refused_at DateTime64(3, 'UTC') DEFAULT now64(3)
)
ENGINE = ${replicated}ReplacingMergeTree(version)
ORDER BY (table_name, row_key);
