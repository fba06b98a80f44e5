-- Reference data from the CSV files of the release. Each load of a file is a partition of its own; the views show the
-- load that reference_loads names last, so a reader never sees half a file.
CREATE TABLE IF NOT EXISTS market_raw.reference_loads ${on_cluster}
(
    table_name LowCardinality(String),
    load       UInt64,
    checksum   String,
    row_count  UInt64,
    loaded_at  DateTime64(3, 'UTC') DEFAULT now64(3)
)
ENGINE = ${replicated}ReplacingMergeTree
ORDER BY (table_name, load);
CREATE TABLE IF NOT EXISTS market_raw.admin_units ${on_cluster}
(
    level              LowCardinality(String),
    code               String,
    name               String,
    parent_code        String,
    valid_from         Nullable(Date32),
    valid_to           Nullable(Date32) COMMENT 'last day',
    successor_code     String,
    old_district_codes String COMMENT 'old districts a commune of 2025 lies in, separated by semicolons',
    load UInt64
)
ENGINE = ${replicated}MergeTree
PARTITION BY load
ORDER BY (level, code);
CREATE TABLE IF NOT EXISTS market_raw.commodities ${on_cluster}
(
    code             String,
    name_vi          String,
    name_en          String,
    `group`          LowCardinality(String),
    base_unit        String,
    sale_units       String,
    kg_per_piece     Nullable(Decimal(18, 3)),
    season_months    String,
    season_source    String,
    farmgate_vnd_low Nullable(Decimal(18, 2)),
    farmgate_vnd_high Nullable(Decimal(18, 2)),
    price_unit       String,
    price_source     String,
    shelf_life_days  Nullable(Int32),
    note             String,
    load UInt64
)
ENGINE = ${replicated}MergeTree
PARTITION BY load
ORDER BY (code);
CREATE TABLE IF NOT EXISTS market_raw.unit_conversions ${on_cluster}
(
    unit            String,
    commodity       String COMMENT '* for every commodity',
    kg_per_unit     Nullable(Decimal(18, 6)),
    pieces_per_unit Nullable(Decimal(18, 3)),
    valid_from      Nullable(Date32),
    note            String,
    load UInt64
)
ENGINE = ${replicated}MergeTree
PARTITION BY load
ORDER BY (unit, commodity);
CREATE TABLE IF NOT EXISTS market_raw.cooperatives ${on_cluster}
(
    cooperative_id   String,
    name             String,
    kind             LowCardinality(String),
    commune_code     String,
    commune_valid_on Nullable(Date32),
    valid_from       Nullable(Date32),
    valid_to         Nullable(Date32),
    source           String,
    load UInt64
)
ENGINE = ${replicated}MergeTree
PARTITION BY load
ORDER BY (cooperative_id);
CREATE TABLE IF NOT EXISTS market_raw.targets ${on_cluster}
(
    indicator String,
    place     String,
    period    String,
    value     Decimal(18, 2),
    unit      String,
    document  String,
    load UInt64
)
ENGINE = ${replicated}MergeTree
PARTITION BY load
ORDER BY (indicator, place, period);
CREATE TABLE IF NOT EXISTS market_raw.platforms ${on_cluster}
(
    platform       String,
    name           String,
    predecessor    String,
    in_programme   UInt8,
    connected_from Nullable(Date32),
    source         String,
    load UInt64
)
ENGINE = ${replicated}MergeTree
PARTITION BY load
ORDER BY (platform);
