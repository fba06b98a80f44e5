-- One row an alert, whatever became of it. Not partitioned: an alert may open in one year and resolve in the next.
CREATE TABLE IF NOT EXISTS market_raw.alerts ${on_cluster}
(
    alert_id     String,
    province     LowCardinality(String),
    district     LowCardinality(String),
    commune      LowCardinality(String),
    cooperative  LowCardinality(String),
    seller_type  LowCardinality(String),
    rule         LowCardinality(String),
    subject      String,
    seller_id    String,
    state        LowCardinality(String),
    severity     LowCardinality(String),
    opened_at    DateTime64(3, 'UTC'),
    changed_at   DateTime64(3, 'UTC'),
    resolved_at  Nullable(DateTime64(3, 'UTC')),
    reason       String,
    reason_en    String,
    evidence     String COMMENT 'a JSON object',
    platform     LowCardinality(String),
    shop_id      String,
    order_ids    String COMMENT 'separated by commas',
    deadline     Nullable(DateTime64(3, 'UTC')),
    value        Nullable(Decimal(18, 2)),
    cause        LowCardinality(String),
    next_step    String,
    entered_late UInt8,
    version      UInt64
)
ENGINE = ${replicated}ReplacingMergeTree(version)
ORDER BY alert_id;
