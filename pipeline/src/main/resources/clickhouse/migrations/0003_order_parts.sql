-- One row an order and seller, with or without lines. Partitioned like order_lines, for the same reason.
CREATE TABLE IF NOT EXISTS market_raw.order_parts ${on_cluster}
(
    platform           LowCardinality(String),
    order_id           String,
    seller_id          String,
    placed_at          DateTime64(3, 'UTC'),
    order_placed_at    DateTime64(3, 'UTC'),
    status             LowCardinality(String),
    status_raw         LowCardinality(String),
    status_at          DateTime64(3, 'UTC'),
    awaiting_seller_at Nullable(DateTime64(3, 'UTC')),
    awaiting_pickup_at Nullable(DateTime64(3, 'UTC')),
    in_transit_at      Nullable(DateTime64(3, 'UTC')),
    delivered_at       Nullable(DateTime64(3, 'UTC')),
    completed_at       Nullable(DateTime64(3, 'UTC')),
    delivery_failed_at Nullable(DateTime64(3, 'UTC')),
    returned_at        Nullable(DateTime64(3, 'UTC')),
    cancelled_at       Nullable(DateTime64(3, 'UTC')),
    success_at         Nullable(DateTime64(3, 'UTC')),
    promised_at        Nullable(DateTime64(3, 'UTC')),
    late               UInt8,
    lines              UInt32,
    gross              Decimal(18, 2),
    shipping_fee       Decimal(18, 2) COMMENT 'of the part, beside its lines',
    payment_method     LowCardinality(String),
    buyer_province     LowCardinality(String),
    confirm_by         Nullable(DateTime64(3, 'UTC')),
    cancelled_by       LowCardinality(String),
    origin             LowCardinality(String),
    province           LowCardinality(String),
    district           LowCardinality(String),
    commune            LowCardinality(String),
    cooperative        LowCardinality(String),
    seller_type        LowCardinality(String),
    version            UInt64,
    is_deleted         UInt8
)
ENGINE = ${replicated}ReplacingMergeTree(version, is_deleted)
PARTITION BY toYear(placed_at)
ORDER BY (platform, order_id, seller_id);
