-- Calls that were made about an alert: what came of each, and when to call again. No free text, so no personal data.
CREATE TABLE IF NOT EXISTS market_raw.alert_contacts ${on_cluster}
(
    alert_id     String,
    contacted_at UInt64 COMMENT 'milliseconds since 1970',
    outcome      LowCardinality(String),
    next_on      Nullable(Date32)
)
ENGINE = ${replicated}ReplacingMergeTree
ORDER BY (alert_id, contacted_at);
