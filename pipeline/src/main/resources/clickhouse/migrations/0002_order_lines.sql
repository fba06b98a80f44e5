-- One row a line with its part's state.
--
-- By year and not by month: a checkpoint is inserted every second and a history of 190 months would make a part for
-- each month that one checkpoint touches. When a line's placed_at moves to another year, the old year gets a row with
-- is_deleted = 1 whose version is one below the live row's.
CREATE TABLE IF NOT EXISTS market_raw.order_lines ${on_cluster}
(
    platform           LowCardinality(String),
    order_id           String,
    seller_id          String,
    line_id            String,
    product_id         String,
    commodity          LowCardinality(String),
    quantity           Decimal(18, 3),
    unit               LowCardinality(String),
    unit_price         Decimal(18, 2),
    discount           Decimal(18, 2),
    shipping_fee       Decimal(18, 2),
    quantity_kg        Nullable(Decimal(18, 3)) COMMENT 'NULL where unit and commodity do not convert to kilograms',
    quantity_pieces    Decimal(18, 3),
    gross              Decimal(18, 2),
    placed_at          DateTime64(3, 'UTC') COMMENT 'of the part',
    order_placed_at    DateTime64(3, 'UTC') COMMENT 'of the order: the minimum over its parts',
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
    payment_method     LowCardinality(String),
    buyer_province     LowCardinality(String),
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
ORDER BY (platform, order_id, seller_id, line_id);
