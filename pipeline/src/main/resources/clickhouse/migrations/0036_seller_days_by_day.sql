-- Pages ask for the sellers of a period, so the day comes first: a month reads a twelfth of its year. And they ask who had
-- a success in it, which is not who placed an order that succeeded since. Any break-off leaves
-- one of the two tables with all rows, and the next run goes on from there.
CREATE TABLE IF NOT EXISTS market_raw.seller_days_by_day ${on_cluster}
(
    day          Date32,
    seller_id    String,
    commodity    LowCardinality(String),
    province     LowCardinality(String),
    district     LowCardinality(String),
    commune      LowCardinality(String),
    cooperative  LowCardinality(String),
    seller_type  LowCardinality(String),
    orders       UInt32,
    delivered_orders UInt32 COMMENT 'of those placed on the day',
    successful_orders UInt32 COMMENT 'that succeeded on the day, whenever they were placed',
    visits       UInt32,
    listing_changes UInt32,
    version      UInt64,
    is_deleted   UInt8
)
ENGINE = ${replicated}ReplacingMergeTree(version, is_deleted)
PARTITION BY toYear(day)
ORDER BY (day, seller_id, commodity)
SETTINGS min_age_to_force_merge_seconds = 3600, min_age_to_force_merge_on_partition_only = 1;

CREATE TABLE IF NOT EXISTS market_raw.seller_days ${on_cluster} AS market_raw.seller_days_by_day;
ALTER TABLE market_raw.seller_days ${on_cluster} ADD COLUMN IF NOT EXISTS successful_orders UInt32 AFTER delivered_orders;
INSERT INTO market_raw.seller_days_by_day
    (day, seller_id, commodity, province, district, commune, cooperative, seller_type, orders, delivered_orders,
     successful_orders, visits, listing_changes, version, is_deleted)
SELECT
    day, seller_id, commodity, province, district, commune, cooperative, seller_type, orders, delivered_orders,
    successful_orders, visits, listing_changes, version, is_deleted
FROM market_raw.seller_days;
DROP TABLE market_raw.seller_days ${on_cluster} SYNC;
RENAME TABLE market_raw.seller_days_by_day TO market_raw.seller_days ${on_cluster};

-- A year that has had no row for an hour becomes one part, which FINAL need not merge again for every question.
ALTER TABLE market_raw.sales_hourly ${on_cluster}
    MODIFY SETTING min_age_to_force_merge_seconds = 3600, min_age_to_force_merge_on_partition_only = 1;
ALTER TABLE market_raw.successes_hourly ${on_cluster}
    MODIFY SETTING min_age_to_force_merge_seconds = 3600, min_age_to_force_merge_on_partition_only = 1;

-- The day gives the year, so no row has its successor in another partition.
CREATE OR REPLACE VIEW market.seller_days ${on_cluster} AS
SELECT
    seller_id,
    day,
    commodity,
    province,
    district,
    commune,
    cooperative,
    seller_type,
    orders,
    delivered_orders,
    successful_orders,
    visits,
    listing_changes
FROM market_raw.seller_days FINAL
SETTINGS do_not_merge_across_partitions_select_final = 1;
