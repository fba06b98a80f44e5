-- What orders add up to by the hour of their success, returns by the hour of the return: months that do not grow
-- any more once they are over.
CREATE TABLE IF NOT EXISTS market_raw.successes_hourly ${on_cluster}
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
    delivered_orders          Int64,
    delivered_lines           Int64,
    delivered_quantity_kg     Decimal(18, 3),
    delivered_quantity_pieces Decimal(18, 3),
    delivered_gross_kg        Decimal(18, 2),
    lines_unconverted         Int64,
    delivered_gross           Decimal(18, 2),
    returned_orders           Int64,
    returned_lines            Int64,
    returned_gross            Decimal(18, 2),
    version     UInt64,
    is_deleted  UInt8
)
ENGINE = ${replicated}ReplacingMergeTree(version, is_deleted)
PARTITION BY toYear(hour)
ORDER BY (grouping, hour, platform, province, district, commune, commodity, cooperative, seller_type);
