-- What places and agencies are called in a report, by date.
CREATE TABLE IF NOT EXISTS market_raw.agencies ${on_cluster}
(
    place      String COMMENT 'code of the province that the report is about',
    role       LowCardinality(String) COMMENT 'area, committee, department or ministry',
    name_vi    String,
    name_en    String,
    valid_from Nullable(Date32),
    valid_to   Nullable(Date32) COMMENT 'last day',
    source     String,
    load       UInt64
)
ENGINE = ${replicated}MergeTree
PARTITION BY load
ORDER BY (place, role);
CREATE OR REPLACE VIEW market.agencies ${on_cluster} AS
SELECT place, role, name_vi, name_en, valid_from, valid_to, source
FROM market_raw.agencies
WHERE load = (SELECT max(load) FROM market_raw.reference_loads WHERE table_name = 'agencies');
