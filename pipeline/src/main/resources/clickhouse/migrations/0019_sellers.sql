-- One row a seller, as of its clock.
CREATE TABLE IF NOT EXISTS market_raw.sellers ${on_cluster}
(
    seller_id    String,
    province     LowCardinality(String),
    district     LowCardinality(String),
    commune      LowCardinality(String),
    cooperative  LowCardinality(String),
    seller_type  LowCardinality(String),
    household_key String,
    platforms    String COMMENT 'where it sells or has an account, separated by commas',
    stage        LowCardinality(String),
    stage_since  Nullable(DateTime64(3, 'UTC')),
    registered_at Nullable(DateTime64(3, 'UTC')),
    activated_at Nullable(DateTime64(3, 'UTC')),
    profile_ready_at Nullable(DateTime64(3, 'UTC')),
    trained_at   Nullable(DateTime64(3, 'UTC')),
    listed_at    Nullable(DateTime64(3, 'UTC')),
    first_order_at Nullable(DateTime64(3, 'UTC')),
    first_delivered_at Nullable(DateTime64(3, 'UTC')),
    selling_at   Nullable(DateTime64(3, 'UTC')) COMMENT 'first an active shop by orders',
    last_order_at Nullable(DateTime64(3, 'UTC')),
    last_seen_at Nullable(DateTime64(3, 'UTC')),
    orders       UInt32,
    delivered_orders UInt32,
    cancelled_orders UInt32,
    returned_orders UInt32,
    listings     UInt32 COMMENT 'on sale now',
    active_selling UInt8,
    bulk_only    UInt8 COMMENT 'account opened or activated, and nothing that the seller did itself',
    version      UInt64
)
ENGINE = ${replicated}ReplacingMergeTree(version)
ORDER BY seller_id;

-- Every transition of the stage of a seller.
CREATE TABLE IF NOT EXISTS market_raw.seller_stages ${on_cluster}
(
    seller_id    String,
    entered_at   DateTime64(3, 'UTC'),
    stage        LowCardinality(String),
    province     LowCardinality(String),
    district     LowCardinality(String),
    commune      LowCardinality(String),
    cooperative  LowCardinality(String),
    seller_type  LowCardinality(String),
    stage_before LowCardinality(String),
    version      UInt64,
    is_deleted   UInt8
)
ENGINE = ${replicated}ReplacingMergeTree(version, is_deleted)
ORDER BY (seller_id, entered_at, stage);

-- What each seller did in each day of the business zone, by commodity: for distinct sellers over any period.
CREATE TABLE IF NOT EXISTS market_raw.seller_days ${on_cluster}
(
    seller_id    String,
    day          Date32,
    commodity    LowCardinality(String),
    province     LowCardinality(String),
    district     LowCardinality(String),
    commune      LowCardinality(String),
    cooperative  LowCardinality(String),
    seller_type  LowCardinality(String),
    orders       UInt32,
    delivered_orders UInt32,
    visits       UInt32,
    listing_changes UInt32,
    version      UInt64,
    is_deleted   UInt8
)
ENGINE = ${replicated}ReplacingMergeTree(version, is_deleted)
PARTITION BY toYear(day)
ORDER BY (seller_id, day, commodity);

-- One row a listing and seller, as told last: a listing may change its owner.
CREATE TABLE IF NOT EXISTS market_raw.listings ${on_cluster}
(
    platform     LowCardinality(String),
    listing_id   String,
    seller_id    String,
    province     LowCardinality(String),
    district     LowCardinality(String),
    commune      LowCardinality(String),
    cooperative  LowCardinality(String),
    seller_type  LowCardinality(String),
    product_id   String,
    commodity    LowCardinality(String),
    published_at DateTime64(3, 'UTC'),
    changed_at   DateTime64(3, 'UTC'),
    withdrawn_at Nullable(DateTime64(3, 'UTC')),
    price        Nullable(Decimal(18, 2)),
    unit         LowCardinality(String),
    stock        Nullable(Decimal(18, 3)),
    ocop_stars   Nullable(UInt8),
    ocop_certificate String,
    ocop_valid_from Nullable(Date32),
    ocop_valid_to Nullable(Date32),
    version      UInt64
)
ENGINE = ${replicated}ReplacingMergeTree(version)
ORDER BY (platform, listing_id, seller_id);

-- The shops of a seller, one a platform: household, account and shop are three measures.
CREATE TABLE IF NOT EXISTS market_raw.seller_shops ${on_cluster}
(
    seller_id    String,
    platform     LowCardinality(String),
    province     LowCardinality(String),
    district     LowCardinality(String),
    commune      LowCardinality(String),
    cooperative  LowCardinality(String),
    seller_type  LowCardinality(String),
    shop_id      String,
    household_key String,
    version      UInt64
)
ENGINE = ${replicated}ReplacingMergeTree(version)
ORDER BY (seller_id, platform);
