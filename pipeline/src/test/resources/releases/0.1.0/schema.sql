CREATE TABLE market_raw.account_events
(
    `event_key` String,
    `event_id` String,
    `payload_hash` Int64,
    `seller_id` String,
    `occurred_at` DateTime64(3, 'UTC'),
    `event` String COMMENT 'the whole event as Avro JSON' CODEC(ZSTD(3))
)
ENGINE = ReplacingMergeTree
PARTITION BY toYear(occurred_at)
ORDER BY (event_key, event_id, payload_hash)
SETTINGS index_granularity = 8192;

CREATE TABLE market_raw.admin_units
(
    `level` LowCardinality(String),
    `code` String,
    `name` String,
    `parent_code` String,
    `valid_from` Nullable(Date32),
    `valid_to` Nullable(Date32) COMMENT 'last day',
    `successor_code` String,
    `old_district_codes` String COMMENT 'old districts a commune of 2025 lies in, separated by semicolons',
    `load` UInt64
)
ENGINE = MergeTree
PARTITION BY load
ORDER BY (level, code)
SETTINGS index_granularity = 8192;

CREATE TABLE market_raw.agencies
(
    `place` String COMMENT 'code of the province that the report is about',
    `role` LowCardinality(String) COMMENT 'area, committee, department or ministry',
    `name_vi` String,
    `name_en` String,
    `valid_from` Nullable(Date32),
    `valid_to` Nullable(Date32) COMMENT 'last day',
    `source` String,
    `load` UInt64
)
ENGINE = MergeTree
PARTITION BY load
ORDER BY (place, role)
SETTINGS index_granularity = 8192;

CREATE TABLE market_raw.alert_contacts
(
    `alert_id` String,
    `contacted_at` UInt64 COMMENT 'milliseconds since 1970',
    `outcome` LowCardinality(String),
    `next_on` Nullable(Date32)
)
ENGINE = ReplacingMergeTree
ORDER BY (alert_id, contacted_at)
SETTINGS index_granularity = 8192;

CREATE TABLE market_raw.alerts
(
    `alert_id` String,
    `province` LowCardinality(String),
    `district` LowCardinality(String),
    `commune` LowCardinality(String),
    `cooperative` LowCardinality(String),
    `seller_type` LowCardinality(String),
    `rule` LowCardinality(String),
    `subject` String,
    `seller_id` String,
    `state` LowCardinality(String),
    `severity` LowCardinality(String),
    `opened_at` DateTime64(3, 'UTC'),
    `changed_at` DateTime64(3, 'UTC'),
    `resolved_at` Nullable(DateTime64(3, 'UTC')),
    `reason` String,
    `reason_en` String,
    `evidence` String COMMENT 'a JSON object',
    `platform` LowCardinality(String),
    `shop_id` String,
    `order_ids` String COMMENT 'separated by commas',
    `deadline` Nullable(DateTime64(3, 'UTC')),
    `value` Nullable(Decimal(18, 2)),
    `cause` LowCardinality(String),
    `next_step` String,
    `entered_late` UInt8,
    `version` UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY alert_id
SETTINGS index_granularity = 8192;

CREATE TABLE market_raw.commodities
(
    `code` String,
    `name_vi` String,
    `name_en` String,
    `group` LowCardinality(String),
    `base_unit` String,
    `sale_units` String,
    `kg_per_piece` Nullable(Decimal(18, 3)),
    `season_months` String,
    `season_source` String,
    `farmgate_vnd_low` Nullable(Decimal(18, 2)),
    `farmgate_vnd_high` Nullable(Decimal(18, 2)),
    `price_unit` String,
    `price_source` String,
    `shelf_life_days` Nullable(Int32),
    `note` String,
    `load` UInt64
)
ENGINE = MergeTree
PARTITION BY load
ORDER BY (code)
SETTINGS index_granularity = 8192;

CREATE TABLE market_raw.cooperatives
(
    `cooperative_id` String,
    `name` String,
    `kind` LowCardinality(String),
    `commune_code` String,
    `commune_valid_on` Nullable(Date32),
    `valid_from` Nullable(Date32),
    `valid_to` Nullable(Date32),
    `source` String,
    `load` UInt64
)
ENGINE = MergeTree
PARTITION BY load
ORDER BY (cooperative_id)
SETTINGS index_granularity = 8192;

CREATE TABLE market_raw.dead_letters
(
    `topic` LowCardinality(String),
    `partition` Int32 COMMENT '-1 for a file',
    `offset` Int64 COMMENT 'line number for a file',
    `file` String,
    `reason` LowCardinality(String),
    `step` LowCardinality(String),
    `detail` String,
    `first_seen` DateTime64(3, 'UTC'),
    `attempts` UInt32,
    `version` UInt64,
    `replayed_at` Nullable(DateTime64(3, 'UTC'))
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (topic, partition, offset, file)
SETTINGS index_granularity = 8192;

CREATE TABLE market_raw.deployment
(
    `zone` String,
    `currency` String,
    `is_simulated` UInt8,
    `version` UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY tuple()
SETTINGS index_granularity = 8192;

CREATE TABLE market_raw.freshness
(
    `job` LowCardinality(String),
    `topic` LowCardinality(String),
    `partition` Int32,
    `event_time` DateTime64(3, 'UTC'),
    `ingested_at` DateTime64(3, 'UTC'),
    `version` UInt64,
    `queryable_at` DateTime64(3, 'UTC') DEFAULT now64(3)
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (job, topic, partition)
SETTINGS index_granularity = 8192;

CREATE TABLE market_raw.ingest_ledger
(
    `job` LowCardinality(String),
    `topic` LowCardinality(String),
    `partition` Int32,
    `minute` DateTime('UTC'),
    `consumed` UInt64,
    `applied` UInt64,
    `duplicate` UInt64,
    `superseded` UInt64,
    `dead` UInt64,
    `first_offset` Int64,
    `last_offset` Int64,
    `gaps` Int64 COMMENT 'offsets missing between records that follow each other',
    `version` UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (job, topic, partition, minute)
SETTINGS index_granularity = 8192;

CREATE TABLE market_raw.issued_reports
(
    `place` String,
    `period` String,
    `calendar` LowCardinality(String),
    `boundary` LowCardinality(String),
    `language` LowCardinality(String),
    `version` UInt32,
    `first_day` Date32,
    `last_day` Date32,
    `as_of` Nullable(DateTime64(3, 'UTC')),
    `issued_at` DateTime64(3, 'UTC'),
    `figures` String COMMENT 'a JSON array' CODEC(ZSTD(3))
)
ENGINE = MergeTree
ORDER BY (place, period, calendar, boundary, language, version)
SETTINGS index_granularity = 8192;

CREATE TABLE market_raw.listing_events
(
    `event_key` String,
    `event_id` String,
    `payload_hash` Int64,
    `seller_id` String,
    `occurred_at` DateTime64(3, 'UTC'),
    `event` String COMMENT 'the whole event as Avro JSON' CODEC(ZSTD(3))
)
ENGINE = ReplacingMergeTree
PARTITION BY toYear(occurred_at)
ORDER BY (event_key, event_id, payload_hash)
SETTINGS index_granularity = 8192;

CREATE TABLE market_raw.listings
(
    `platform` LowCardinality(String),
    `listing_id` String,
    `seller_id` String,
    `province` LowCardinality(String),
    `district` LowCardinality(String),
    `commune` LowCardinality(String),
    `cooperative` LowCardinality(String),
    `seller_type` LowCardinality(String),
    `product_id` String,
    `commodity` LowCardinality(String),
    `published_at` DateTime64(3, 'UTC'),
    `changed_at` DateTime64(3, 'UTC'),
    `withdrawn_at` Nullable(DateTime64(3, 'UTC')),
    `price` Nullable(Decimal(18, 2)),
    `unit` LowCardinality(String),
    `stock` Nullable(Decimal(18, 3)),
    `ocop_stars` Nullable(UInt8),
    `ocop_certificate` String,
    `ocop_valid_from` Nullable(Date32),
    `ocop_valid_to` Nullable(Date32),
    `version` UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (platform, listing_id, seller_id)
SETTINGS index_granularity = 8192;

CREATE TABLE market_raw.lunar_days
(
    `year` Int32,
    `tet` Nullable(Date32),
    `days_of_last_month` Int32 COMMENT 'of the lunar month before Tết: 29 or 30',
    `hung_kings` Nullable(Date32),
    `load` UInt64
)
ENGINE = MergeTree
PARTITION BY load
ORDER BY (year)
SETTINGS index_granularity = 8192;

CREATE TABLE market_raw.notifications
(
    `message_id` String COMMENT 'the idempotency key',
    `kind` LowCardinality(String),
    `area_kind` LowCardinality(String),
    `area` String,
    `day` Date32 COMMENT 'in the business zone',
    `alert_id` String COMMENT 'empty for a digest',
    `body` String COMMENT 'the JSON that is posted',
    `state` LowCardinality(String),
    `attempts` UInt32,
    `detail` String,
    `version` UInt64 COMMENT 'milliseconds since 1970'
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (message_id)
SETTINGS index_granularity = 8192;

CREATE TABLE market_raw.ocop_certificates
(
    `certificate` String,
    `product` String,
    `owner` String COMMENT 'cooperative or seller id',
    `commodity` String,
    `commune_code` String,
    `stars` Int32,
    `valid_from` Nullable(Date32),
    `valid_to` Nullable(Date32) COMMENT 'last day',
    `source` String,
    `load` UInt64
)
ENGINE = MergeTree
PARTITION BY load
ORDER BY (certificate)
SETTINGS index_granularity = 8192;

CREATE TABLE market_raw.order_events
(
    `event_key` String,
    `event_id` String,
    `payload_hash` Int64,
    `seller_id` String,
    `occurred_at` DateTime64(3, 'UTC'),
    `event` String COMMENT 'the whole event as Avro JSON' CODEC(ZSTD(3))
)
ENGINE = ReplacingMergeTree
PARTITION BY toYear(occurred_at)
ORDER BY (event_key, event_id, payload_hash)
SETTINGS index_granularity = 8192;

CREATE TABLE market_raw.order_lines
(
    `platform` LowCardinality(String),
    `order_id` String,
    `seller_id` String,
    `line_id` String,
    `product_id` String,
    `commodity` LowCardinality(String),
    `quantity` Decimal(18, 3),
    `unit` LowCardinality(String),
    `unit_price` Decimal(18, 2),
    `discount` Decimal(18, 2),
    `shipping_fee` Decimal(18, 2),
    `quantity_kg` Nullable(Decimal(18, 3)) COMMENT 'NULL where unit and commodity do not convert to kilograms',
    `quantity_pieces` Decimal(18, 3),
    `gross` Decimal(18, 2),
    `placed_at` DateTime64(3, 'UTC') COMMENT 'of the part',
    `order_placed_at` DateTime64(3, 'UTC') COMMENT 'of the order: the minimum over its parts',
    `status` LowCardinality(String),
    `status_raw` LowCardinality(String),
    `status_at` DateTime64(3, 'UTC'),
    `awaiting_seller_at` Nullable(DateTime64(3, 'UTC')),
    `awaiting_pickup_at` Nullable(DateTime64(3, 'UTC')),
    `in_transit_at` Nullable(DateTime64(3, 'UTC')),
    `delivered_at` Nullable(DateTime64(3, 'UTC')),
    `completed_at` Nullable(DateTime64(3, 'UTC')),
    `delivery_failed_at` Nullable(DateTime64(3, 'UTC')),
    `returned_at` Nullable(DateTime64(3, 'UTC')),
    `cancelled_at` Nullable(DateTime64(3, 'UTC')),
    `success_at` Nullable(DateTime64(3, 'UTC')),
    `promised_at` Nullable(DateTime64(3, 'UTC')),
    `late` UInt8,
    `payment_method` LowCardinality(String),
    `buyer_province` LowCardinality(String),
    `origin` LowCardinality(String),
    `province` LowCardinality(String),
    `district` LowCardinality(String),
    `commune` LowCardinality(String),
    `cooperative` LowCardinality(String),
    `seller_type` LowCardinality(String),
    `version` UInt64,
    `is_deleted` UInt8
)
ENGINE = ReplacingMergeTree(version, is_deleted)
PARTITION BY toYear(placed_at)
ORDER BY (platform, order_id, seller_id, line_id)
SETTINGS index_granularity = 8192;

CREATE TABLE market_raw.order_parts
(
    `platform` LowCardinality(String),
    `order_id` String,
    `seller_id` String,
    `placed_at` DateTime64(3, 'UTC'),
    `order_placed_at` DateTime64(3, 'UTC'),
    `status` LowCardinality(String),
    `status_raw` LowCardinality(String),
    `status_at` DateTime64(3, 'UTC'),
    `awaiting_seller_at` Nullable(DateTime64(3, 'UTC')),
    `awaiting_pickup_at` Nullable(DateTime64(3, 'UTC')),
    `in_transit_at` Nullable(DateTime64(3, 'UTC')),
    `delivered_at` Nullable(DateTime64(3, 'UTC')),
    `completed_at` Nullable(DateTime64(3, 'UTC')),
    `delivery_failed_at` Nullable(DateTime64(3, 'UTC')),
    `returned_at` Nullable(DateTime64(3, 'UTC')),
    `cancelled_at` Nullable(DateTime64(3, 'UTC')),
    `success_at` Nullable(DateTime64(3, 'UTC')),
    `promised_at` Nullable(DateTime64(3, 'UTC')),
    `late` UInt8,
    `lines` UInt32,
    `gross` Decimal(18, 2),
    `shipping_fee` Decimal(18, 2) COMMENT 'of the part, beside its lines',
    `payment_method` LowCardinality(String),
    `buyer_province` LowCardinality(String),
    `confirm_by` Nullable(DateTime64(3, 'UTC')),
    `cancelled_by` LowCardinality(String),
    `origin` LowCardinality(String),
    `province` LowCardinality(String),
    `district` LowCardinality(String),
    `commune` LowCardinality(String),
    `cooperative` LowCardinality(String),
    `seller_type` LowCardinality(String),
    `version` UInt64,
    `is_deleted` UInt8
)
ENGINE = ReplacingMergeTree(version, is_deleted)
PARTITION BY toYear(placed_at)
ORDER BY (platform, order_id, seller_id)
SETTINGS index_granularity = 8192;

CREATE TABLE market_raw.platforms
(
    `platform` String,
    `name` String,
    `predecessor` String,
    `in_programme` UInt8,
    `connected_from` Nullable(Date32),
    `source` String,
    `load` UInt64
)
ENGINE = MergeTree
PARTITION BY load
ORDER BY (platform)
SETTINGS index_granularity = 8192;

CREATE TABLE market_raw.reference_loads
(
    `table_name` LowCardinality(String),
    `load` UInt64,
    `checksum` String,
    `row_count` UInt64,
    `loaded_at` DateTime64(3, 'UTC') DEFAULT now64(3)
)
ENGINE = ReplacingMergeTree
ORDER BY (table_name, load)
SETTINGS index_granularity = 8192;

CREATE TABLE market_raw.refused_rows
(
    `table_name` LowCardinality(String),
    `row_key` String,
    `code` Int32 COMMENT 'error code of ClickHouse, 0 when the driver could not write the row',
    `message` String,
    `version` UInt64,
    `refused_at` DateTime64(3, 'UTC') DEFAULT now64(3)
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (table_name, row_key)
SETTINGS index_granularity = 8192;

CREATE TABLE market_raw.reported_figures
(
    `indicator` LowCardinality(String),
    `period` String COMMENT '2022-07, 2022-Q3, 2022-H1 or 2022, by the administrative calendar',
    `place` String,
    `platform` LowCardinality(String) COMMENT 'empty: all platforms together',
    `value` Decimal(18, 2),
    `document` String,
    `as_of` Date32,
    `imported_at` DateTime64(3, 'UTC') DEFAULT now64(3)
)
ENGINE = ReplacingMergeTree(imported_at)
ORDER BY (indicator, period, place, platform, as_of)
SETTINGS index_granularity = 8192;

CREATE TABLE market_raw.sales_hourly
(
    `grouping` LowCardinality(String) COMMENT 'columns of the grouping set joined by _, or all',
    `hour` DateTime('UTC') COMMENT 'at which the hour of the business zone begins',
    `platform` LowCardinality(String),
    `province` LowCardinality(String),
    `district` LowCardinality(String) COMMENT 'old district, boundaries of 2024',
    `commune` LowCardinality(String) COMMENT 'commune of 2025',
    `commodity` LowCardinality(String),
    `cooperative` LowCardinality(String),
    `seller_type` LowCardinality(String),
    `orders` Int64,
    `delivered_orders` Int64,
    `cancelled_orders` Int64,
    `returned_orders` Int64,
    `late_orders` Int64,
    `lines` Int64,
    `delivered_lines` Int64,
    `cancelled_lines` Int64,
    `quantity_kg` Decimal(18, 3),
    `quantity_pieces` Decimal(18, 3),
    `delivered_quantity_kg` Decimal(18, 3),
    `delivered_gross_kg` Decimal(18, 2) COMMENT 'of the lines in delivered_quantity_kg: their quotient is the price',
    `lines_unconverted` Int64,
    `gross` Decimal(18, 2),
    `delivered_gross` Decimal(18, 2),
    `cancelled_gross` Decimal(18, 2),
    `shipping` Decimal(18, 2),
    `version` UInt64,
    `is_deleted` UInt8
)
ENGINE = ReplacingMergeTree(version, is_deleted)
PARTITION BY toYear(hour)
ORDER BY (grouping, hour, platform, province, district, commune, commodity, cooperative, seller_type)
SETTINGS index_granularity = 8192, min_age_to_force_merge_seconds = 3600, min_age_to_force_merge_on_partition_only = 1;

CREATE TABLE market_raw.schema_migrations
(
    `version` UInt32,
    `name` String,
    `checksum` String,
    `applied_at` DateTime64(3, 'UTC') DEFAULT now64(3)
)
ENGINE = ReplacingMergeTree(applied_at)
ORDER BY version
SETTINGS index_granularity = 8192;

CREATE TABLE market_raw.seller_days
(
    `day` Date32,
    `seller_id` String,
    `commodity` LowCardinality(String),
    `province` LowCardinality(String),
    `district` LowCardinality(String),
    `commune` LowCardinality(String),
    `cooperative` LowCardinality(String),
    `seller_type` LowCardinality(String),
    `orders` UInt32,
    `delivered_orders` UInt32 COMMENT 'of those placed on the day',
    `successful_orders` UInt32 COMMENT 'that succeeded on the day, whenever they were placed',
    `visits` UInt32,
    `listing_changes` UInt32,
    `version` UInt64,
    `is_deleted` UInt8
)
ENGINE = ReplacingMergeTree(version, is_deleted)
PARTITION BY toYear(day)
ORDER BY (day, seller_id, commodity)
SETTINGS min_age_to_force_merge_seconds = 3600, min_age_to_force_merge_on_partition_only = 1, index_granularity = 8192;

CREATE TABLE market_raw.seller_shops
(
    `seller_id` String,
    `platform` LowCardinality(String),
    `province` LowCardinality(String),
    `district` LowCardinality(String),
    `commune` LowCardinality(String),
    `cooperative` LowCardinality(String),
    `seller_type` LowCardinality(String),
    `shop_id` String,
    `household_key` String,
    `version` UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (seller_id, platform)
SETTINGS index_granularity = 8192;

CREATE TABLE market_raw.seller_stages
(
    `seller_id` String,
    `entered_at` DateTime64(3, 'UTC'),
    `stage` LowCardinality(String),
    `province` LowCardinality(String),
    `district` LowCardinality(String),
    `commune` LowCardinality(String),
    `cooperative` LowCardinality(String),
    `seller_type` LowCardinality(String),
    `stage_before` LowCardinality(String),
    `version` UInt64,
    `is_deleted` UInt8
)
ENGINE = ReplacingMergeTree(version, is_deleted)
ORDER BY (seller_id, entered_at, stage)
SETTINGS index_granularity = 8192;

CREATE TABLE market_raw.sellers
(
    `seller_id` String,
    `province` LowCardinality(String),
    `district` LowCardinality(String),
    `commune` LowCardinality(String),
    `cooperative` LowCardinality(String),
    `seller_type` LowCardinality(String),
    `household_key` String,
    `platforms` String COMMENT 'where it sells or has an account, separated by commas',
    `stage` LowCardinality(String),
    `stage_since` Nullable(DateTime64(3, 'UTC')),
    `registered_at` Nullable(DateTime64(3, 'UTC')),
    `activated_at` Nullable(DateTime64(3, 'UTC')),
    `profile_ready_at` Nullable(DateTime64(3, 'UTC')),
    `trained_at` Nullable(DateTime64(3, 'UTC')),
    `listed_at` Nullable(DateTime64(3, 'UTC')),
    `first_order_at` Nullable(DateTime64(3, 'UTC')),
    `first_delivered_at` Nullable(DateTime64(3, 'UTC')),
    `selling_at` Nullable(DateTime64(3, 'UTC')) COMMENT 'first an active shop by orders',
    `last_order_at` Nullable(DateTime64(3, 'UTC')),
    `last_seen_at` Nullable(DateTime64(3, 'UTC')),
    `orders` UInt32,
    `delivered_orders` UInt32,
    `cancelled_orders` UInt32,
    `returned_orders` UInt32,
    `listings` UInt32 COMMENT 'on sale now',
    `active_selling` UInt8,
    `bulk_only` UInt8 COMMENT 'account opened or activated, and nothing that the seller did itself',
    `version` UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY seller_id
SETTINGS index_granularity = 8192;

CREATE TABLE market_raw.successes_hourly
(
    `grouping` LowCardinality(String) COMMENT 'columns of the grouping set joined by _, or all',
    `hour` DateTime('UTC') COMMENT 'at which the hour of the business zone begins',
    `platform` LowCardinality(String),
    `province` LowCardinality(String),
    `district` LowCardinality(String) COMMENT 'old district, boundaries of 2024',
    `commune` LowCardinality(String) COMMENT 'commune of 2025',
    `commodity` LowCardinality(String),
    `cooperative` LowCardinality(String),
    `seller_type` LowCardinality(String),
    `delivered_orders` Int64,
    `delivered_lines` Int64,
    `delivered_quantity_kg` Decimal(18, 3),
    `delivered_quantity_pieces` Decimal(18, 3),
    `delivered_gross_kg` Decimal(18, 2),
    `lines_unconverted` Int64,
    `delivered_gross` Decimal(18, 2),
    `returned_orders` Int64,
    `returned_lines` Int64,
    `returned_gross` Decimal(18, 2),
    `version` UInt64,
    `is_deleted` UInt8
)
ENGINE = ReplacingMergeTree(version, is_deleted)
PARTITION BY toYear(hour)
ORDER BY (grouping, hour, platform, province, district, commune, commodity, cooperative, seller_type)
SETTINGS index_granularity = 8192, min_age_to_force_merge_seconds = 3600, min_age_to_force_merge_on_partition_only = 1;

CREATE TABLE market_raw.supply_capacity
(
    `owner` String COMMENT 'cooperative or seller id',
    `commodity` String,
    `month` Int32 COMMENT '1 to 12',
    `kg` Decimal(18, 3),
    `source` String,
    `load` UInt64
)
ENGINE = MergeTree
PARTITION BY load
ORDER BY (owner, commodity, month)
SETTINGS index_granularity = 8192;

CREATE TABLE market_raw.support_areas
(
    `unit` String,
    `level` LowCardinality(String) COMMENT 'commune or cooperative',
    `code` String,
    `valid_from` Nullable(Date32),
    `valid_to` Nullable(Date32) COMMENT 'last day',
    `load` UInt64
)
ENGINE = MergeTree
PARTITION BY load
ORDER BY (level, code)
SETTINGS index_granularity = 8192;

CREATE TABLE market_raw.targets
(
    `indicator` String,
    `place` String,
    `period` String,
    `value` Decimal(18, 2),
    `unit` String,
    `document` String,
    `load` UInt64
)
ENGINE = MergeTree
PARTITION BY load
ORDER BY (indicator, place, period)
SETTINGS index_granularity = 8192;

CREATE TABLE market_raw.unit_conversions
(
    `unit` String,
    `commodity` String COMMENT '* for every commodity',
    `kg_per_unit` Nullable(Decimal(18, 6)),
    `pieces_per_unit` Nullable(Decimal(18, 3)),
    `valid_from` Nullable(Date32),
    `note` String,
    `load` UInt64
)
ENGINE = MergeTree
PARTITION BY load
ORDER BY (unit, commodity)
SETTINGS index_granularity = 8192;

CREATE TABLE market_raw.words
(
    `kind` LowCardinality(String) COMMENT 'alert_rule, cause, stage, topic …',
    `code` String,
    `name_vi` String,
    `name_en` String,
    `load` UInt64
)
ENGINE = MergeTree
PARTITION BY load
ORDER BY (kind, code)
SETTINGS index_granularity = 8192;

CREATE VIEW market.admin_units
(
    `level` LowCardinality(String),
    `code` String,
    `name` String,
    `parent_code` String,
    `valid_from` Nullable(Date32),
    `valid_to` Nullable(Date32),
    `successor_code` String,
    `old_district_codes` String
)
AS SELECT
    level,
    code,
    name,
    parent_code,
    valid_from,
    valid_to,
    successor_code,
    old_district_codes
FROM market_raw.admin_units
WHERE load = (
    SELECT max(load)
    FROM market_raw.reference_loads
    WHERE table_name = 'admin_units'
);

CREATE VIEW market.agencies
(
    `place` String,
    `role` LowCardinality(String),
    `name_vi` String,
    `name_en` String,
    `valid_from` Nullable(Date32),
    `valid_to` Nullable(Date32),
    `source` String
)
AS SELECT
    place,
    role,
    name_vi,
    name_en,
    valid_from,
    valid_to,
    source
FROM market_raw.agencies
WHERE load = (
    SELECT max(load)
    FROM market_raw.reference_loads
    WHERE table_name = 'agencies'
);

CREATE VIEW market.alert_contacts
(
    `alert_id` String,
    `contacted_at` DateTime64(3, 'Asia/Ho_Chi_Minh'),
    `outcome` LowCardinality(String),
    `next_on` Nullable(Date32)
)
AS SELECT
    alert_id,
    fromUnixTimestamp64Milli(toInt64(contacted_at), 'Asia/Ho_Chi_Minh') AS contacted_at,
    outcome,
    next_on
FROM market_raw.alert_contacts
FINAL;

CREATE VIEW market.alert_recoveries
(
    `alert_id` String,
    `rule` LowCardinality(String),
    `seller_id` String,
    `province` LowCardinality(String),
    `district` LowCardinality(String),
    `commune` LowCardinality(String),
    `cooperative` LowCardinality(String),
    `seller_type` LowCardinality(String),
    `platform` LowCardinality(String),
    `state` LowCardinality(String),
    `opened_at` DateTime64(3, 'Asia/Ho_Chi_Minh'),
    `resolved_at` Nullable(DateTime64(3, 'Asia/Ho_Chi_Minh')),
    `contacts` UInt64,
    `first_contacted_at` DateTime64(3, 'Asia/Ho_Chi_Minh'),
    `last_contacted_at` DateTime64(3, 'Asia/Ho_Chi_Minh'),
    `last_outcome` String,
    `recovered` Bool,
    `judged` Bool
)
AS SELECT
    alert_id,
    rule,
    seller_id,
    province,
    district,
    commune,
    cooperative,
    seller_type,
    platform,
    state,
    opened_at,
    resolved_at,
    calls.contacts AS contacts,
    calls.times[1] AS first_contacted_at,
    calls.times[-1] AS last_contacted_at,
    calls.last_outcome AS last_outcome,
    CAST((state = 'RESOLVED') AND arrayExists(t -> ((resolved_at >= t) AND (resolved_at <= addDays(t, 30))), calls.times), 'Bool') AS recovered,
    CAST(recovered OR ((calls.times[-1]) < (now() - toIntervalDay(30))), 'Bool') AS judged
FROM market.alerts
INNER JOIN
(
    SELECT
        alert_id,
        count() AS contacts,
        arraySort(groupArray(contacted_at)) AS times,
        argMax(outcome, contacted_at) AS last_outcome
    FROM market.alert_contacts
    GROUP BY alert_id
) AS calls USING (alert_id)
WHERE state != 'WITHDRAWN';

CREATE VIEW market.alerts
(
    `alert_id` String,
    `rule` LowCardinality(String),
    `subject` String,
    `seller_id` String,
    `province` LowCardinality(String),
    `district` LowCardinality(String),
    `commune` LowCardinality(String),
    `cooperative` LowCardinality(String),
    `seller_type` LowCardinality(String),
    `opened_at` DateTime64(3, 'Asia/Ho_Chi_Minh'),
    `changed_at` DateTime64(3, 'Asia/Ho_Chi_Minh'),
    `resolved_at` Nullable(DateTime64(3, 'Asia/Ho_Chi_Minh')),
    `state` LowCardinality(String),
    `severity` LowCardinality(String),
    `reason` String,
    `reason_en` String,
    `evidence` String,
    `platform` LowCardinality(String),
    `shop_id` String,
    `order_ids` String,
    `deadline` Nullable(DateTime64(3, 'Asia/Ho_Chi_Minh')),
    `value` Nullable(Decimal(18, 2)),
    `cause` LowCardinality(String),
    `next_step` String,
    `entered_late` Bool
)
AS SELECT
    alert_id,
    rule,
    subject,
    seller_id,
    province,
    district,
    commune,
    cooperative,
    seller_type,
    toTimeZone(opened_at, 'Asia/Ho_Chi_Minh') AS opened_at,
    toTimeZone(changed_at, 'Asia/Ho_Chi_Minh') AS changed_at,
    toTimeZone(resolved_at, 'Asia/Ho_Chi_Minh') AS resolved_at,
    state,
    severity,
    reason,
    reason_en,
    evidence,
    platform,
    shop_id,
    order_ids,
    toTimeZone(deadline, 'Asia/Ho_Chi_Minh') AS deadline,
    value,
    cause,
    next_step,
    CAST(entered_late, 'Bool') AS entered_late
FROM market_raw.alerts
FINAL;

CREATE VIEW market.commodities
(
    `code` String,
    `name_vi` String,
    `name_en` String,
    `group` LowCardinality(String),
    `base_unit` String,
    `sale_units` String,
    `kg_per_piece` Nullable(Decimal(18, 3)),
    `season_months` String,
    `season_source` String,
    `farmgate_vnd_low` Nullable(Decimal(18, 2)),
    `farmgate_vnd_high` Nullable(Decimal(18, 2)),
    `price_unit` String,
    `price_source` String,
    `shelf_life_days` Nullable(Int32),
    `note` String
)
AS SELECT
    code,
    name_vi,
    name_en,
    group,
    base_unit,
    sale_units,
    kg_per_piece,
    season_months,
    season_source,
    farmgate_vnd_low,
    farmgate_vnd_high,
    price_unit,
    price_source,
    shelf_life_days,
    note
FROM market_raw.commodities
WHERE load = (
    SELECT max(load)
    FROM market_raw.reference_loads
    WHERE table_name = 'commodities'
);

CREATE VIEW market.commodity_seasons
(
    `commodity` String,
    `month` UInt8
)
AS SELECT
    code AS commodity,
    toUInt8((((toUInt8(splitByChar('-', span)[1]) + step) - 1) % 12) + 1) AS month
FROM
(
    SELECT
        code,
        arrayJoin(splitByChar(';', season_months)) AS span
    FROM market.commodities
    WHERE season_months != ''
)
ARRAY JOIN range((((toInt16(splitByChar('-', span)[-1]) - toInt16(splitByChar('-', span)[1])) + 12) % 12) + 1) AS step;

CREATE VIEW market.connected_platforms
(
    `platform` String,
    `name` String,
    `successor` String,
    `successor_name` String,
    `in_programme` Bool,
    `connected_from` Nullable(Date32),
    `is_stated` Bool,
    `comparable_from` Nullable(Date32)
)
AS SELECT
    platform,
    name,
    successor,
    successor_name,
    in_programme,
    connected_from,
    is_stated,
    min(if(has_orders, connected_from, NULL)) OVER (PARTITION BY successor) AS comparable_from
FROM
(
    SELECT
        if(known.platform != '', known.platform, first_orders.platform) AS platform,
        if(known.platform != '', known.name, first_orders.platform) AS name,
        if(known.platform != '', known.successor, first_orders.platform) AS successor,
        if(known.platform != '', known.successor_name, first_orders.platform) AS successor_name,
        CAST(known.in_programme, 'Bool') AS in_programme,
        ifNull(known.connected_from, first_orders.day) AS connected_from,
        CAST(known.connected_from IS NOT NULL, 'Bool') AS is_stated,
        first_orders.day IS NOT NULL AS has_orders
    FROM
    (
        SELECT
            p.platform AS platform,
            p.name AS name,
            if(s.platform != '', s.platform, p.platform) AS successor,
            if(s.platform != '', s.name, p.name) AS successor_name,
            p.in_programme AS in_programme,
            p.connected_from AS connected_from
        FROM market.platforms AS p
        LEFT JOIN
        (
            SELECT
                platform,
                name,
                predecessor
            FROM market.platforms
            WHERE predecessor != ''
        ) AS s ON s.predecessor = p.platform
    ) AS known
    FULL OUTER JOIN
    (
        SELECT
            platform,
            toNullable(toDate32(min(hour))) AS day
        FROM market.sales
        WHERE grouping = 'platform'
        GROUP BY platform
    ) AS first_orders ON first_orders.platform = known.platform
);

CREATE VIEW market.cooperative_progress
(
    `cooperative` String,
    `name` String,
    `kind` LowCardinality(String),
    `district` String,
    `commune` String,
    `accounts` UInt32,
    `activated` UInt32,
    `listings` UInt32,
    `sold` UInt32,
    `progress` String
)
AS SELECT
    c.cooperative_id AS cooperative,
    c.name AS name,
    c.kind AS kind,
    c.district AS district,
    c.commune AS commune,
    toUInt32(a.accounts) AS accounts,
    toUInt32(a.activated) AS activated,
    toUInt32(a.listings) AS listings,
    toUInt32(a.sold) AS sold,
    multiIf(a.activated = 0, 'NO_ACCOUNT', a.sold > 0, 'SOLD', a.listings = 0, 'NOT_LISTED', 'NO_ORDER') AS progress
FROM market.cooperatives AS c
LEFT JOIN
(
    SELECT
        s.cooperative AS cooperative,
        count() AS accounts,
        countIf((s.activated_at IS NOT NULL) AND (s.stage NOT IN ('CLOSED', 'SUSPENDED'))) AS activated,
        sum(s.listings) AS listings,
        countIf(s.orders > 0) AS sold
    FROM market.sellers AS s
    WHERE s.cooperative NOT IN ('', '(none)', 'unknown')
    GROUP BY cooperative
) AS a ON a.cooperative = c.cooperative_id
WHERE (c.valid_to IS NULL) OR (c.valid_to >= toDate32(now('Asia/Ho_Chi_Minh')));

CREATE VIEW market.cooperatives
(
    `cooperative_id` String,
    `name` String,
    `kind` LowCardinality(String),
    `commune_code` String,
    `commune_valid_on` Nullable(Date32),
    `valid_from` Nullable(Date32),
    `valid_to` Nullable(Date32),
    `source` String,
    `district` String,
    `commune` String
)
AS SELECT
    c.cooperative_id AS cooperative_id,
    c.name AS name,
    c.kind AS kind,
    c.commune_code AS commune_code,
    c.commune_valid_on AS commune_valid_on,
    c.valid_from AS valid_from,
    c.valid_to AS valid_to,
    c.source AS source,
    multiIf(u.code = '', 'unknown', u.valid_to IS NOT NULL, u.parent_code, position(u.old_district_codes, ';') > 0, 'mixed', u.old_district_codes) AS district,
    multiIf(u.code = '', 'unknown', u.valid_to IS NOT NULL, u.successor_code, u.code) AS commune
FROM market_raw.cooperatives AS c
LEFT JOIN
(
    SELECT
        code,
        parent_code,
        valid_to,
        successor_code,
        old_district_codes
    FROM market.admin_units
    WHERE level = 'commune'
) AS u ON (u.code = c.commune_code) AND ((u.valid_to IS NOT NULL) = ifNull(c.commune_valid_on < toDate32('2025-07-01'), 0))
WHERE c.load = (
    SELECT max(load)
    FROM market_raw.reference_loads
    WHERE table_name = 'cooperatives'
);

CREATE VIEW market.dead_letters
(
    `reason` String,
    `topic` LowCardinality(String),
    `partition` Int32,
    `offset` Int64,
    `file` String,
    `step` String,
    `detail` String,
    `first_seen` DateTime64(3, 'Asia/Ho_Chi_Minh'),
    `attempts` UInt32,
    `replayed_at` Nullable(DateTime64(3, 'Asia/Ho_Chi_Minh'))
)
AS SELECT
    reason,
    topic,
    partition,
    offset,
    file,
    step,
    detail,
    toTimeZone(first_seen, 'Asia/Ho_Chi_Minh') AS first_seen,
    attempts,
    toTimeZone(replayed_at, 'Asia/Ho_Chi_Minh') AS replayed_at
FROM market_raw.dead_letters
FINAL
UNION ALL
SELECT
    'REFUSED_BY_CLICKHOUSE',
    concat('clickhouse:', table_name),
    toInt32(-1),
    toInt64(0),
    '',
    'clickhouse',
    concat(row_key, ': ', message),
    toTimeZone(refused_at, 'Asia/Ho_Chi_Minh'),
    toUInt32(1),
    CAST(NULL, 'Nullable(DateTime64(3, \'Asia/Ho_Chi_Minh\'))')
FROM market_raw.refused_rows
FINAL;

CREATE VIEW market.deployment
(
    `zone` String,
    `currency` String,
    `is_simulated` Bool,
    `banner` String
)
AS SELECT
    zone,
    currency,
    CAST(is_simulated, 'Bool') AS is_simulated,
    if(is_simulated = 1, 'DỮ LIỆU MÔ PHỎNG', '') AS banner
FROM market_raw.deployment
FINAL;

CREATE VIEW market.freshness
(
    `job` LowCardinality(String),
    `topic` LowCardinality(String),
    `partition` Int32,
    `event_time` DateTime64(3, 'Asia/Ho_Chi_Minh'),
    `ingested_at` DateTime64(3, 'Asia/Ho_Chi_Minh'),
    `queryable_at` DateTime64(3, 'Asia/Ho_Chi_Minh')
)
AS SELECT
    job,
    topic,
    partition,
    toTimeZone(event_time, 'Asia/Ho_Chi_Minh') AS event_time,
    toTimeZone(ingested_at, 'Asia/Ho_Chi_Minh') AS ingested_at,
    toTimeZone(queryable_at, 'Asia/Ho_Chi_Minh') AS queryable_at
FROM market_raw.freshness
FINAL;

CREATE VIEW market.issued_reports
(
    `place` String,
    `period` String,
    `calendar` LowCardinality(String),
    `boundary` LowCardinality(String),
    `language` LowCardinality(String),
    `version` UInt32,
    `first_day` Date32,
    `last_day` Date32,
    `as_of` Nullable(DateTime64(3, 'Asia/Ho_Chi_Minh')),
    `issued_at` DateTime64(3, 'Asia/Ho_Chi_Minh'),
    `figures` String
)
AS SELECT
    place,
    period,
    calendar,
    boundary,
    language,
    version,
    first_day,
    last_day,
    toTimeZone(as_of, 'Asia/Ho_Chi_Minh') AS as_of,
    toTimeZone(issued_at, 'Asia/Ho_Chi_Minh') AS issued_at,
    figures
FROM market_raw.issued_reports;

CREATE VIEW market.ledger
(
    `job` LowCardinality(String),
    `topic` LowCardinality(String),
    `partition` Int32,
    `minute` DateTime('Asia/Ho_Chi_Minh'),
    `consumed` UInt64,
    `applied` UInt64,
    `duplicate` UInt64,
    `superseded` UInt64,
    `dead` UInt64,
    `first_offset` Int64,
    `last_offset` Int64,
    `gaps` Int64
)
AS SELECT
    job,
    topic,
    partition,
    toTimeZone(minute, 'Asia/Ho_Chi_Minh') AS minute,
    consumed,
    applied,
    duplicate,
    superseded,
    dead,
    first_offset,
    last_offset,
    gaps
FROM market_raw.ingest_ledger
FINAL;

CREATE VIEW market.listings
(
    `platform` LowCardinality(String),
    `listing_id` String,
    `seller_id` String,
    `product_id` String,
    `commodity` LowCardinality(String),
    `province` LowCardinality(String),
    `district` LowCardinality(String),
    `commune` LowCardinality(String),
    `cooperative` LowCardinality(String),
    `seller_type` LowCardinality(String),
    `published_at` DateTime64(3, 'Asia/Ho_Chi_Minh'),
    `changed_at` DateTime64(3, 'Asia/Ho_Chi_Minh'),
    `withdrawn_at` Nullable(DateTime64(3, 'Asia/Ho_Chi_Minh')),
    `price` Nullable(Decimal(18, 2)),
    `unit` LowCardinality(String),
    `stock` Nullable(Decimal(18, 3)),
    `ocop_stars` Nullable(UInt8),
    `ocop_certificate` String,
    `ocop_valid_from` Nullable(Date32),
    `ocop_valid_to` Nullable(Date32)
)
AS SELECT
    platform,
    listing_id,
    seller_id,
    product_id,
    commodity,
    province,
    district,
    commune,
    cooperative,
    seller_type,
    toTimeZone(published_at, 'Asia/Ho_Chi_Minh') AS published_at,
    toTimeZone(changed_at, 'Asia/Ho_Chi_Minh') AS changed_at,
    toTimeZone(withdrawn_at, 'Asia/Ho_Chi_Minh') AS withdrawn_at,
    price,
    unit,
    stock,
    ocop_stars,
    ocop_certificate,
    ocop_valid_from,
    ocop_valid_to
FROM market_raw.listings
FINAL
ORDER BY market_raw.listings.changed_at DESC
LIMIT 1 BY
    platform,
    listing_id;

CREATE VIEW market.lunar_days
(
    `year` Int32,
    `tet` Date32,
    `days_of_last_month` Int32,
    `hung_kings` Date32,
    `tet_from` Date32,
    `tet_to` Date32
)
AS SELECT
    year,
    assumeNotNull(tet) AS tet,
    days_of_last_month,
    assumeNotNull(hung_kings) AS hung_kings,
    addDays(assumeNotNull(tet), 28 - days_of_last_month) AS tet_from,
    addDays(assumeNotNull(tet), 3) AS tet_to
FROM market_raw.lunar_days
WHERE load = (
    SELECT max(load)
    FROM market_raw.reference_loads
    WHERE table_name = 'lunar_days'
);

CREATE VIEW market.notifications
(
    `message_id` String,
    `kind` LowCardinality(String),
    `area_kind` LowCardinality(String),
    `area` String,
    `day` Date32,
    `alert_id` String,
    `state` LowCardinality(String),
    `attempts` UInt32,
    `detail` String,
    `changed_at` DateTime64(3, 'Asia/Ho_Chi_Minh'),
    `body` String
)
AS SELECT
    message_id,
    kind,
    area_kind,
    area,
    day,
    alert_id,
    state,
    attempts,
    detail,
    fromUnixTimestamp64Milli(toInt64(version), 'Asia/Ho_Chi_Minh') AS changed_at,
    body
FROM market_raw.notifications
FINAL;

CREATE VIEW market.ocop_products
(
    `certificate` String,
    `product` String,
    `owner` String,
    `commodity` String,
    `seller_id` String,
    `district` String,
    `commune` String,
    `stars` Int32,
    `valid_from` Nullable(Date32),
    `valid_to` Nullable(Date32),
    `platforms` String,
    `listings_on_sale` UInt32,
    `valid_today` Bool,
    `registered` UInt8
)
AS SELECT
    if(r.certificate != '', r.certificate, l.certificate) AS certificate,
    if(r.product != '', r.product, l.product_id) AS product,
    if(r.owner != '', r.owner, if((l.cooperative NOT IN ('', '(none)', 'unknown')), l.cooperative, l.seller_id)) AS owner,
    if(r.commodity != '', r.commodity, l.commodity) AS commodity,
    l.seller_id AS seller_id,
    if(l.district != '', l.district, r.district) AS district,
    if(l.commune != '', l.commune, r.commune_code) AS commune,
    if(r.stars > 0, r.stars, l.stars) AS stars,
    ifNull(r.valid_from, l.valid_from) AS valid_from,
    ifNull(r.valid_to, l.valid_to) AS valid_to,
    l.platforms AS platforms,
    toUInt32(l.on_sale) AS listings_on_sale,
    CAST(ifNull(ifNull(r.valid_from, l.valid_from) <= toDate32(now('Asia/Ho_Chi_Minh')), 1) AND ifNull(ifNull(r.valid_to, l.valid_to) >= toDate32(now('Asia/Ho_Chi_Minh')), 0), 'Bool') AS valid_today,
    r.certificate != '' AS registered
FROM
(
    SELECT
        o.certificate AS certificate,
        o.product AS product,
        o.owner AS owner,
        o.commodity AS commodity,
        o.commune_code AS commune_code,
        multiIf(u.code = '', 'unknown', position(u.old_district_codes, ';') > 0, 'mixed', u.old_district_codes) AS district,
        o.stars AS stars,
        o.valid_from AS valid_from,
        o.valid_to AS valid_to
    FROM market_raw.ocop_certificates AS o
    LEFT JOIN
    (
        SELECT
            code,
            old_district_codes
        FROM market.admin_units
        WHERE (level = 'commune') AND (valid_to IS NULL)
    ) AS u ON u.code = o.commune_code
    WHERE o.load = (
        SELECT max(load)
        FROM market_raw.reference_loads
        WHERE table_name = 'ocop_certificates'
    )
) AS r
FULL OUTER JOIN
(
    SELECT
        product_key AS certificate,
        argMax(product_id, changed_at) AS product_id,
        argMax(seller_id, changed_at) AS seller_id,
        argMax(cooperative, changed_at) AS cooperative,
        argMax(commodity, changed_at) AS commodity,
        argMax(district, changed_at) AS district,
        argMax(commune, changed_at) AS commune,
        toInt32(argMax(assumeNotNull(ocop_stars), changed_at)) AS stars,
        max(ocop_valid_from) AS valid_from,
        max(ocop_valid_to) AS valid_to,
        arrayStringConcat(arraySort(groupUniqArrayIf(platform, withdrawn_at IS NULL)), ',') AS platforms,
        countIf(withdrawn_at IS NULL) AS on_sale
    FROM
    (
        SELECT
            *,
            if(ocop_certificate != '', ocop_certificate, concat(seller_id, '/', product_id)) AS product_key
        FROM market.listings
        WHERE ocop_stars > 0
    )
    GROUP BY product_key
) AS l ON l.certificate = r.certificate;

CREATE VIEW market.open_alerts
(
    `alert_id` String,
    `rule` LowCardinality(String),
    `subject` String,
    `seller_id` String,
    `province` LowCardinality(String),
    `district` LowCardinality(String),
    `commune` LowCardinality(String),
    `cooperative` LowCardinality(String),
    `seller_type` LowCardinality(String),
    `severity` LowCardinality(String),
    `urgency` UInt8,
    `digest_only` Bool,
    `platform` LowCardinality(String),
    `shop_id` String,
    `order_ids` String,
    `opened_at` DateTime64(3, 'Asia/Ho_Chi_Minh'),
    `since` Nullable(DateTime64(3, 'Asia/Ho_Chi_Minh')),
    `deadline` Nullable(DateTime64(3, 'Asia/Ho_Chi_Minh')),
    `value` Nullable(Decimal(18, 2)),
    `reason_vi` String,
    `reason_en` String,
    `cause` LowCardinality(String),
    `next_step_vi` String,
    `next_step_en` String,
    `support_unit` String,
    `contacts` UInt64,
    `last_contacted_at` Nullable(DateTime64(3, 'Asia/Ho_Chi_Minh')),
    `last_outcome` String,
    `next_on` Nullable(Date32),
    `snoozed` Bool
)
AS SELECT
    alert.alert_id AS alert_id,
    alert.rule AS rule,
    alert.subject AS subject,
    alert.seller_id AS seller_id,
    alert.province AS province,
    alert.district AS district,
    alert.commune AS commune,
    alert.cooperative AS cooperative,
    alert.seller_type AS seller_type,
    alert.severity AS severity,
    toUInt8(indexOf(['notice', 'warning', 'urgent'], CAST(alert.severity, 'String'))) AS urgency,
    CAST(startsWith(CAST(alert.rule, 'String'), 'seller_quiet_'), 'Bool') AS digest_only,
    alert.platform AS platform,
    alert.shop_id AS shop_id,
    alert.order_ids AS order_ids,
    alert.opened_at AS opened_at,
    parseDateTime64BestEffortOrNull(JSONExtractString(alert.evidence, arrayFirst(key -> JSONHas(alert.evidence, key), ['last_order_at', 'waiting_since', 'stage_since', 'last_heard_at'])), 3, 'Asia/Ho_Chi_Minh') AS since,
    alert.deadline AS deadline,
    alert.value AS value,
    alert.reason AS reason_vi,
    alert.reason_en AS reason_en,
    alert.cause AS cause,
    alert.next_step AS next_step_vi,
    if(step.name_en != '', step.name_en, alert.next_step) AS next_step_en,
    if(of_cooperative.unit != '', of_cooperative.unit, of_commune.unit) AS support_unit,
    calls.contacts AS contacts,
    nullIf(calls.last_contacted_at, toDateTime64(0, 3, 'Asia/Ho_Chi_Minh')) AS last_contacted_at,
    calls.last_outcome AS last_outcome,
    calls.next_on AS next_on,
    CAST(ifNull(calls.next_on > toDate32(now('Asia/Ho_Chi_Minh')), 0), 'Bool') AS snoozed
FROM market.alerts AS alert
LEFT JOIN
(
    SELECT
        name_vi,
        any(name_en) AS name_en
    FROM market.words
    WHERE kind = 'next_step'
    GROUP BY name_vi
) AS step ON step.name_vi = alert.next_step
LEFT JOIN
(
    SELECT
        code,
        argMax(unit, tuple(valid_from, unit)) AS unit
    FROM market.support_areas
    WHERE (level = 'cooperative') AND ifNull(valid_from <= toDate32(now('Asia/Ho_Chi_Minh')), 1) AND ifNull(valid_to >= toDate32(now('Asia/Ho_Chi_Minh')), 1)
    GROUP BY code
) AS of_cooperative ON of_cooperative.code = alert.cooperative
LEFT JOIN
(
    SELECT
        code,
        argMax(unit, tuple(valid_from, unit)) AS unit
    FROM market.support_areas
    WHERE (level = 'commune') AND ifNull(valid_from <= toDate32(now('Asia/Ho_Chi_Minh')), 1) AND ifNull(valid_to >= toDate32(now('Asia/Ho_Chi_Minh')), 1)
    GROUP BY code
) AS of_commune ON of_commune.code = alert.commune
LEFT JOIN
(
    SELECT
        alert_id,
        count() AS contacts,
        max(contacted_at) AS last_contacted_at,
        argMax(outcome, contacted_at) AS last_outcome,
        (argMax(tuple(next_on), contacted_at)).1 AS next_on
    FROM market.alert_contacts
    GROUP BY alert_id
) AS calls ON calls.alert_id = alert.alert_id
WHERE alert.state = 'OPEN';

CREATE VIEW market.order_lines
(
    `platform` LowCardinality(String),
    `order_id` String,
    `seller_id` String,
    `line_id` String,
    `product_id` String,
    `commodity` LowCardinality(String),
    `quantity` Decimal(18, 3),
    `unit` LowCardinality(String),
    `unit_price` Decimal(18, 2),
    `discount` Decimal(18, 2),
    `shipping_fee` Decimal(18, 2),
    `quantity_kg` Nullable(Decimal(18, 3)),
    `quantity_pieces` Decimal(18, 3),
    `gross` Decimal(18, 2),
    `placed_at` DateTime64(3, 'Asia/Ho_Chi_Minh'),
    `order_placed_at` DateTime64(3, 'Asia/Ho_Chi_Minh'),
    `status` LowCardinality(String),
    `status_raw` LowCardinality(String),
    `status_at` DateTime64(3, 'Asia/Ho_Chi_Minh'),
    `awaiting_seller_at` Nullable(DateTime64(3, 'Asia/Ho_Chi_Minh')),
    `awaiting_pickup_at` Nullable(DateTime64(3, 'Asia/Ho_Chi_Minh')),
    `in_transit_at` Nullable(DateTime64(3, 'Asia/Ho_Chi_Minh')),
    `delivered_at` Nullable(DateTime64(3, 'Asia/Ho_Chi_Minh')),
    `completed_at` Nullable(DateTime64(3, 'Asia/Ho_Chi_Minh')),
    `delivery_failed_at` Nullable(DateTime64(3, 'Asia/Ho_Chi_Minh')),
    `returned_at` Nullable(DateTime64(3, 'Asia/Ho_Chi_Minh')),
    `cancelled_at` Nullable(DateTime64(3, 'Asia/Ho_Chi_Minh')),
    `success_at` Nullable(DateTime64(3, 'Asia/Ho_Chi_Minh')),
    `promised_at` Nullable(DateTime64(3, 'Asia/Ho_Chi_Minh')),
    `late` Bool,
    `payment_method` LowCardinality(String),
    `buyer_province` LowCardinality(String),
    `origin` LowCardinality(String),
    `province` LowCardinality(String),
    `district` LowCardinality(String),
    `commune` LowCardinality(String),
    `cooperative` LowCardinality(String),
    `seller_type` LowCardinality(String)
)
AS SELECT
    platform,
    order_id,
    seller_id,
    line_id,
    product_id,
    commodity,
    quantity,
    unit,
    unit_price,
    discount,
    shipping_fee,
    quantity_kg,
    quantity_pieces,
    gross,
    toTimeZone(placed_at, 'Asia/Ho_Chi_Minh') AS placed_at,
    toTimeZone(order_placed_at, 'Asia/Ho_Chi_Minh') AS order_placed_at,
    status,
    status_raw,
    toTimeZone(status_at, 'Asia/Ho_Chi_Minh') AS status_at,
    toTimeZone(awaiting_seller_at, 'Asia/Ho_Chi_Minh') AS awaiting_seller_at,
    toTimeZone(awaiting_pickup_at, 'Asia/Ho_Chi_Minh') AS awaiting_pickup_at,
    toTimeZone(in_transit_at, 'Asia/Ho_Chi_Minh') AS in_transit_at,
    toTimeZone(delivered_at, 'Asia/Ho_Chi_Minh') AS delivered_at,
    toTimeZone(completed_at, 'Asia/Ho_Chi_Minh') AS completed_at,
    toTimeZone(delivery_failed_at, 'Asia/Ho_Chi_Minh') AS delivery_failed_at,
    toTimeZone(returned_at, 'Asia/Ho_Chi_Minh') AS returned_at,
    toTimeZone(cancelled_at, 'Asia/Ho_Chi_Minh') AS cancelled_at,
    toTimeZone(success_at, 'Asia/Ho_Chi_Minh') AS success_at,
    toTimeZone(promised_at, 'Asia/Ho_Chi_Minh') AS promised_at,
    CAST(late, 'Bool') AS late,
    payment_method,
    buyer_province,
    origin,
    province,
    district,
    commune,
    cooperative,
    seller_type
FROM market_raw.order_lines
FINAL;

CREATE VIEW market.order_parts
(
    `platform` LowCardinality(String),
    `order_id` String,
    `seller_id` String,
    `placed_at` DateTime64(3, 'Asia/Ho_Chi_Minh'),
    `order_placed_at` DateTime64(3, 'Asia/Ho_Chi_Minh'),
    `status` LowCardinality(String),
    `status_raw` LowCardinality(String),
    `status_at` DateTime64(3, 'Asia/Ho_Chi_Minh'),
    `awaiting_seller_at` Nullable(DateTime64(3, 'Asia/Ho_Chi_Minh')),
    `awaiting_pickup_at` Nullable(DateTime64(3, 'Asia/Ho_Chi_Minh')),
    `in_transit_at` Nullable(DateTime64(3, 'Asia/Ho_Chi_Minh')),
    `delivered_at` Nullable(DateTime64(3, 'Asia/Ho_Chi_Minh')),
    `completed_at` Nullable(DateTime64(3, 'Asia/Ho_Chi_Minh')),
    `delivery_failed_at` Nullable(DateTime64(3, 'Asia/Ho_Chi_Minh')),
    `returned_at` Nullable(DateTime64(3, 'Asia/Ho_Chi_Minh')),
    `cancelled_at` Nullable(DateTime64(3, 'Asia/Ho_Chi_Minh')),
    `success_at` Nullable(DateTime64(3, 'Asia/Ho_Chi_Minh')),
    `promised_at` Nullable(DateTime64(3, 'Asia/Ho_Chi_Minh')),
    `late` Bool,
    `lines` UInt32,
    `gross` Decimal(18, 2),
    `shipping_fee` Decimal(18, 2),
    `payment_method` LowCardinality(String),
    `buyer_province` LowCardinality(String),
    `confirm_by` Nullable(DateTime64(3, 'Asia/Ho_Chi_Minh')),
    `cancelled_by` LowCardinality(String),
    `origin` LowCardinality(String),
    `province` LowCardinality(String),
    `district` LowCardinality(String),
    `commune` LowCardinality(String),
    `cooperative` LowCardinality(String),
    `seller_type` LowCardinality(String)
)
AS SELECT
    platform,
    order_id,
    seller_id,
    toTimeZone(placed_at, 'Asia/Ho_Chi_Minh') AS placed_at,
    toTimeZone(order_placed_at, 'Asia/Ho_Chi_Minh') AS order_placed_at,
    status,
    status_raw,
    toTimeZone(status_at, 'Asia/Ho_Chi_Minh') AS status_at,
    toTimeZone(awaiting_seller_at, 'Asia/Ho_Chi_Minh') AS awaiting_seller_at,
    toTimeZone(awaiting_pickup_at, 'Asia/Ho_Chi_Minh') AS awaiting_pickup_at,
    toTimeZone(in_transit_at, 'Asia/Ho_Chi_Minh') AS in_transit_at,
    toTimeZone(delivered_at, 'Asia/Ho_Chi_Minh') AS delivered_at,
    toTimeZone(completed_at, 'Asia/Ho_Chi_Minh') AS completed_at,
    toTimeZone(delivery_failed_at, 'Asia/Ho_Chi_Minh') AS delivery_failed_at,
    toTimeZone(returned_at, 'Asia/Ho_Chi_Minh') AS returned_at,
    toTimeZone(cancelled_at, 'Asia/Ho_Chi_Minh') AS cancelled_at,
    toTimeZone(success_at, 'Asia/Ho_Chi_Minh') AS success_at,
    toTimeZone(promised_at, 'Asia/Ho_Chi_Minh') AS promised_at,
    CAST(late, 'Bool') AS late,
    lines,
    gross,
    shipping_fee,
    payment_method,
    buyer_province,
    toTimeZone(confirm_by, 'Asia/Ho_Chi_Minh') AS confirm_by,
    cancelled_by,
    origin,
    province,
    district,
    commune,
    cooperative,
    seller_type
FROM market_raw.order_parts
FINAL;

CREATE VIEW market.period_days
(
    `calendar` String,
    `grain` String,
    `day` Date32,
    `is_shifted` UInt8,
    `period` Date32,
    `next_period` Date32,
    `from_day` Date32,
    `to_day` Date32,
    `name_vi` String,
    `name_en` String
)
AS SELECT
    calendar,
    grain,
    day,
    (calendar = 'reporting') AND (grain NOT IN ('day', 'week')) AS is_shifted,
    toDate32(multiIf(grain = 'day', toDate(day), grain = 'week', toMonday(day), grain = 'month', toStartOfMonth(named), grain = 'quarter', toStartOfQuarter(named), grain = 'half_year', addMonths(toStartOfYear(named), if(toMonth(named) <= 6, 0, 6)), toStartOfYear(named))) AS period,
    multiIf(grain = 'day', addDays(period, 1), grain = 'week', addDays(period, 7), grain = 'month', addMonths(period, 1), grain = 'quarter', addMonths(period, 3), grain = 'half_year', addMonths(period, 6), addYears(period, 1)) AS next_period,
    if(is_shifted, addDays(addMonths(period, -1), 14), period) AS from_day,
    addDays(if(is_shifted, addDays(addMonths(next_period, -1), 14), next_period), -1) AS to_day,
    multiIf(grain = 'day', formatDateTime(period, '%d/%m/%Y'), grain = 'week', concat('Tuần ', toString(toISOWeek(period)), '/', toString(toISOYear(period))), grain = 'month', concat('Tháng ', toString(toMonth(period)), '/', toString(toYear(period))), grain = 'quarter', concat('Quý ', ['I', 'II', 'III', 'IV'][toQuarter(period)], '/', toString(toYear(period))), grain = 'half_year', concat('6 tháng ', if(toMonth(period) = 1, 'đầu', 'cuối'), ' năm ', toString(toYear(period))), concat('Năm ', toString(toYear(period)))) AS name_vi,
    multiIf(grain = 'day', formatDateTime(period, '%d/%m/%Y'), grain = 'week', concat('Week ', toString(toISOWeek(period)), '/', toString(toISOYear(period))), grain = 'month', formatDateTime(period, '%b %Y'), grain = 'quarter', concat('Q', toString(toQuarter(period)), ' ', toString(toYear(period))), grain = 'half_year', concat('H', if(toMonth(period) = 1, '1', '2'), ' ', toString(toYear(period))), toString(toYear(period))) AS name_en
FROM
(
    SELECT
        calendar,
        grain,
        day,
        if(calendar = 'reporting', addMonths(toStartOfMonth(addDays(day, -14)), 1), toDate(day)) AS named
    FROM
    (
        SELECT
            addDays(toDate32('2000-01-01'), number) AS day,
            arrayJoin(['calendar', 'reporting']) AS calendar,
            arrayJoin(['day', 'week', 'month', 'quarter', 'half_year', 'year']) AS grain
        FROM numbers(18262)
    )
);

CREATE VIEW market.places
(
    `boundary` String,
    `place` String,
    `name_vi` String,
    `name_en` String,
    `old_district_codes` String,
    `is_place` Bool
)
AS SELECT
    level AS boundary,
    code AS place,
    name AS name_vi,
    name AS name_en,
    old_district_codes,
    CAST(1, 'Bool') AS is_place
FROM market.admin_units
WHERE (level = 'district') OR ((level = 'commune') AND (valid_to IS NULL) AND (old_district_codes != ''))
UNION ALL
SELECT
    arrayJoin(['district', 'commune']) AS boundary,
    tupleElement(value, 1) AS place,
    tupleElement(value, 2) AS name_vi,
    tupleElement(value, 3) AS name_en,
    '' AS old_district_codes,
    CAST(0, 'Bool') AS is_place
FROM
(
    SELECT arrayJoin([('mixed', 'Thuộc hai huyện cũ', 'In two old districts'), ('unknown', 'Chưa rõ địa bàn', 'Place not known yet'), ('(none)', 'Không có địa bàn', 'No place')]) AS value
);

CREATE VIEW market.platforms
(
    `platform` String,
    `name` String,
    `predecessor` String,
    `in_programme` Bool,
    `connected_from` Nullable(Date32),
    `source` String
)
AS SELECT
    platform,
    name,
    predecessor,
    CAST(in_programme, 'Bool') AS in_programme,
    connected_from,
    source
FROM market_raw.platforms
WHERE load = (
    SELECT max(load)
    FROM market_raw.reference_loads
    WHERE table_name = 'platforms'
);

CREATE VIEW market.refused_rows
(
    `table_name` LowCardinality(String),
    `row_key` String,
    `code` Int32,
    `message` String,
    `refused_at` DateTime64(3, 'Asia/Ho_Chi_Minh')
)
AS SELECT
    table_name,
    row_key,
    code,
    message,
    toTimeZone(refused_at, 'Asia/Ho_Chi_Minh') AS refused_at
FROM market_raw.refused_rows
FINAL;

CREATE VIEW market.reported_figures
(
    `indicator` LowCardinality(String),
    `period` String,
    `place` String,
    `platform` LowCardinality(String),
    `value` Decimal(18, 2),
    `document` String,
    `as_of` Date32
)
AS SELECT
    indicator,
    period,
    place,
    platform,
    value,
    document,
    as_of
FROM market_raw.reported_figures
FINAL
ORDER BY market_raw.reported_figures.as_of DESC
LIMIT 1 BY
    indicator,
    period,
    place,
    platform;

CREATE VIEW market.sales
(
    `grouping` LowCardinality(String),
    `hour` DateTime('Asia/Ho_Chi_Minh'),
    `platform` LowCardinality(String),
    `province` LowCardinality(String),
    `district` LowCardinality(String),
    `commune` LowCardinality(String),
    `commodity` LowCardinality(String),
    `cooperative` LowCardinality(String),
    `seller_type` LowCardinality(String),
    `orders` Int64,
    `delivered_orders` Int64,
    `cancelled_orders` Int64,
    `returned_orders` Int64,
    `late_orders` Int64,
    `lines` Int64,
    `delivered_lines` Int64,
    `cancelled_lines` Int64,
    `quantity_kg` Decimal(38, 6),
    `quantity_pieces` Decimal(38, 6),
    `delivered_quantity_kg` Decimal(38, 6),
    `delivered_gross_kg` Decimal(38, 6),
    `lines_unconverted` Int64,
    `gross` Decimal(38, 6),
    `delivered_gross` Decimal(38, 6),
    `cancelled_gross` Decimal(38, 6),
    `shipping` Decimal(38, 6)
)
AS SELECT
    grouping,
    toTimeZone(hour, 'Asia/Ho_Chi_Minh') AS hour,
    platform,
    province,
    district,
    commune,
    commodity,
    cooperative,
    seller_type,
    orders,
    delivered_orders,
    cancelled_orders,
    returned_orders,
    late_orders,
    lines,
    delivered_lines,
    cancelled_lines,
    CAST(quantity_kg, 'Decimal(38, 6)') AS quantity_kg,
    CAST(quantity_pieces, 'Decimal(38, 6)') AS quantity_pieces,
    CAST(delivered_quantity_kg, 'Decimal(38, 6)') AS delivered_quantity_kg,
    CAST(delivered_gross_kg, 'Decimal(38, 6)') AS delivered_gross_kg,
    lines_unconverted,
    CAST(gross, 'Decimal(38, 6)') AS gross,
    CAST(delivered_gross, 'Decimal(38, 6)') AS delivered_gross,
    CAST(cancelled_gross, 'Decimal(38, 6)') AS cancelled_gross,
    CAST(shipping, 'Decimal(38, 6)') AS shipping
FROM market_raw.sales_hourly
FINAL
SETTINGS do_not_merge_across_partitions_select_final = 1;

CREATE VIEW market.seller_days
(
    `seller_id` String,
    `day` Date32,
    `commodity` LowCardinality(String),
    `province` LowCardinality(String),
    `district` LowCardinality(String),
    `commune` LowCardinality(String),
    `cooperative` LowCardinality(String),
    `seller_type` LowCardinality(String),
    `orders` UInt32,
    `delivered_orders` UInt32,
    `successful_orders` UInt32,
    `visits` UInt32,
    `listing_changes` UInt32
)
AS SELECT
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
FROM market_raw.seller_days
FINAL
SETTINGS do_not_merge_across_partitions_select_final = 1;

CREATE VIEW market.seller_shops
(
    `seller_id` String,
    `platform` LowCardinality(String),
    `shop_id` String,
    `household_key` String,
    `province` LowCardinality(String),
    `district` LowCardinality(String),
    `commune` LowCardinality(String),
    `cooperative` LowCardinality(String),
    `seller_type` LowCardinality(String)
)
AS SELECT
    seller_id,
    platform,
    shop_id,
    household_key,
    province,
    district,
    commune,
    cooperative,
    seller_type
FROM market_raw.seller_shops
FINAL;

CREATE VIEW market.seller_stages
(
    `seller_id` String,
    `entered_at` DateTime64(3, 'Asia/Ho_Chi_Minh'),
    `stage` LowCardinality(String),
    `stage_before` LowCardinality(String),
    `province` LowCardinality(String),
    `district` LowCardinality(String),
    `commune` LowCardinality(String),
    `cooperative` LowCardinality(String),
    `seller_type` LowCardinality(String)
)
AS SELECT
    seller_id,
    toTimeZone(entered_at, 'Asia/Ho_Chi_Minh') AS entered_at,
    stage,
    stage_before,
    province,
    district,
    commune,
    cooperative,
    seller_type
FROM market_raw.seller_stages
FINAL;

CREATE VIEW market.sellers
(
    `seller_id` String,
    `province` LowCardinality(String),
    `district` LowCardinality(String),
    `commune` LowCardinality(String),
    `cooperative` LowCardinality(String),
    `seller_type` LowCardinality(String),
    `household_key` String,
    `platforms` String,
    `stage` LowCardinality(String),
    `stage_since` Nullable(DateTime64(3, 'Asia/Ho_Chi_Minh')),
    `registered_at` Nullable(DateTime64(3, 'Asia/Ho_Chi_Minh')),
    `activated_at` Nullable(DateTime64(3, 'Asia/Ho_Chi_Minh')),
    `profile_ready_at` Nullable(DateTime64(3, 'Asia/Ho_Chi_Minh')),
    `trained_at` Nullable(DateTime64(3, 'Asia/Ho_Chi_Minh')),
    `listed_at` Nullable(DateTime64(3, 'Asia/Ho_Chi_Minh')),
    `first_order_at` Nullable(DateTime64(3, 'Asia/Ho_Chi_Minh')),
    `first_delivered_at` Nullable(DateTime64(3, 'Asia/Ho_Chi_Minh')),
    `selling_at` Nullable(DateTime64(3, 'Asia/Ho_Chi_Minh')),
    `last_order_at` Nullable(DateTime64(3, 'Asia/Ho_Chi_Minh')),
    `last_seen_at` Nullable(DateTime64(3, 'Asia/Ho_Chi_Minh')),
    `orders` UInt32,
    `delivered_orders` UInt32,
    `cancelled_orders` UInt32,
    `returned_orders` UInt32,
    `listings` UInt32,
    `active_selling` Bool,
    `bulk_only` Bool
)
AS SELECT
    seller_id,
    province,
    district,
    commune,
    cooperative,
    seller_type,
    household_key,
    platforms,
    stage,
    toTimeZone(stage_since, 'Asia/Ho_Chi_Minh') AS stage_since,
    toTimeZone(registered_at, 'Asia/Ho_Chi_Minh') AS registered_at,
    toTimeZone(activated_at, 'Asia/Ho_Chi_Minh') AS activated_at,
    toTimeZone(profile_ready_at, 'Asia/Ho_Chi_Minh') AS profile_ready_at,
    toTimeZone(trained_at, 'Asia/Ho_Chi_Minh') AS trained_at,
    toTimeZone(listed_at, 'Asia/Ho_Chi_Minh') AS listed_at,
    toTimeZone(first_order_at, 'Asia/Ho_Chi_Minh') AS first_order_at,
    toTimeZone(first_delivered_at, 'Asia/Ho_Chi_Minh') AS first_delivered_at,
    toTimeZone(selling_at, 'Asia/Ho_Chi_Minh') AS selling_at,
    toTimeZone(last_order_at, 'Asia/Ho_Chi_Minh') AS last_order_at,
    toTimeZone(last_seen_at, 'Asia/Ho_Chi_Minh') AS last_seen_at,
    orders,
    delivered_orders,
    cancelled_orders,
    returned_orders,
    listings,
    CAST(active_selling, 'Bool') AS active_selling,
    CAST(bulk_only, 'Bool') AS bulk_only
FROM market_raw.sellers
FINAL;

CREATE VIEW market.successes
(
    `grouping` LowCardinality(String),
    `hour` DateTime('Asia/Ho_Chi_Minh'),
    `platform` LowCardinality(String),
    `province` LowCardinality(String),
    `district` LowCardinality(String),
    `commune` LowCardinality(String),
    `commodity` LowCardinality(String),
    `cooperative` LowCardinality(String),
    `seller_type` LowCardinality(String),
    `delivered_orders` Int64,
    `delivered_lines` Int64,
    `delivered_quantity_kg` Decimal(38, 6),
    `delivered_quantity_pieces` Decimal(38, 6),
    `delivered_gross_kg` Decimal(38, 6),
    `lines_unconverted` Int64,
    `delivered_gross` Decimal(38, 6),
    `returned_orders` Int64,
    `returned_lines` Int64,
    `returned_gross` Decimal(38, 6)
)
AS SELECT
    grouping,
    toTimeZone(hour, 'Asia/Ho_Chi_Minh') AS hour,
    platform,
    province,
    district,
    commune,
    commodity,
    cooperative,
    seller_type,
    delivered_orders,
    delivered_lines,
    CAST(delivered_quantity_kg, 'Decimal(38, 6)') AS delivered_quantity_kg,
    CAST(delivered_quantity_pieces, 'Decimal(38, 6)') AS delivered_quantity_pieces,
    CAST(delivered_gross_kg, 'Decimal(38, 6)') AS delivered_gross_kg,
    lines_unconverted,
    CAST(delivered_gross, 'Decimal(38, 6)') AS delivered_gross,
    returned_orders,
    returned_lines,
    CAST(returned_gross, 'Decimal(38, 6)') AS returned_gross
FROM market_raw.successes_hourly
FINAL
SETTINGS do_not_merge_across_partitions_select_final = 1;

CREATE VIEW market.supply_capacity
(
    `owner` String,
    `commodity` String,
    `month` Int32,
    `kg` Decimal(18, 3),
    `source` String
)
AS SELECT
    owner,
    commodity,
    month,
    kg,
    source
FROM market_raw.supply_capacity
WHERE load = (
    SELECT max(load)
    FROM market_raw.reference_loads
    WHERE table_name = 'supply_capacity'
);

CREATE VIEW market.support_areas
(
    `unit` String,
    `level` LowCardinality(String),
    `code` String,
    `valid_from` Nullable(Date32),
    `valid_to` Nullable(Date32)
)
AS SELECT
    unit,
    level,
    code,
    valid_from,
    valid_to
FROM market_raw.support_areas
WHERE load = (
    SELECT max(load)
    FROM market_raw.reference_loads
    WHERE table_name = 'support_areas'
);

CREATE VIEW market.targets
(
    `indicator` String,
    `place` String,
    `period` String,
    `value` Decimal(18, 2),
    `unit` String,
    `document` String
)
AS SELECT
    indicator,
    place,
    period,
    value,
    unit,
    document
FROM market_raw.targets
WHERE load = (
    SELECT max(load)
    FROM market_raw.reference_loads
    WHERE table_name = 'targets'
);

CREATE VIEW market.unit_conversions
(
    `unit` String,
    `commodity` String,
    `kg_per_unit` Nullable(Decimal(18, 6)),
    `pieces_per_unit` Nullable(Decimal(18, 3)),
    `valid_from` Nullable(Date32),
    `note` String
)
AS SELECT
    unit,
    commodity,
    kg_per_unit,
    pieces_per_unit,
    valid_from,
    note
FROM market_raw.unit_conversions
WHERE load = (
    SELECT max(load)
    FROM market_raw.reference_loads
    WHERE table_name = 'unit_conversions'
);

CREATE VIEW market.words
(
    `kind` LowCardinality(String),
    `code` String,
    `name_vi` String,
    `name_en` String
)
AS SELECT
    kind,
    code,
    name_vi,
    name_en
FROM market_raw.words
WHERE load = (
    SELECT max(load)
    FROM market_raw.reference_loads
    WHERE table_name = 'words'
);

