-- What orders add up to by the hour they were placed in, one row a cell of a grouping set. Dimensions outside the
-- set are empty.
CREATE TABLE IF NOT EXISTS market_raw.sales_hourly ${on_cluster}
(
    grouping    LowCardinality(String) COMMENT 'columns of the grouping set joined by _, or all',
    hour        DateTime('UTC') COMMENT 'at which the hour of the business zone begins',
    platform    LowCardinality(String),
    province    LowCardinality(String),
    district    LowCardinality(String) COMMENT 'old district, boundaries of 2024',
    commune     LowCardinality(String) COMMENT 'commune of 2025',
    commodity   LowCardinality(String),
    cooperative LowCardinality(String),
    seller_type LowCardinality(String),
    orders                Int64,
    delivered_orders      Int64,
    cancelled_orders      Int64,
    returned_orders       Int64,
    late_orders           Int64,
    lines                 Int64,
    delivered_lines       Int64,
    cancelled_lines       Int64,
    quantity_kg           Decimal(18, 3),
    quantity_pieces       Decimal(18, 3),
    delivered_quantity_kg Decimal(18, 3),
    delivered_gross_kg    Decimal(18, 2) COMMENT 'of the lines in delivered_quantity_kg: their quotient is the price',
    lines_unconverted     Int64,
    gross                 Decimal(18, 2),
    delivered_gross       Decimal(18, 2),
    cancelled_gross       Decimal(18, 2),
    shipping              Decimal(18, 2),
    version     UInt64,
    is_deleted  UInt8
)
ENGINE = ${replicated}ReplacingMergeTree(version, is_deleted)
PARTITION BY toYear(hour)
ORDER BY (grouping, hour, platform, province, district, commune, commodity, cooperative, seller_type);
