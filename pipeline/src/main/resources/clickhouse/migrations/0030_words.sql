-- What codes in the data are called in front of people, and the days that the lunar calendar sets: reference files.
CREATE TABLE IF NOT EXISTS market_raw.words ${on_cluster}
(
    kind    LowCardinality(String) COMMENT 'alert_rule, cause, stage, topic …',
    code    String,
    name_vi String,
    name_en String,
    load    UInt64
)
ENGINE = ${replicated}MergeTree
PARTITION BY load
ORDER BY (kind, code);

CREATE TABLE IF NOT EXISTS market_raw.lunar_days ${on_cluster}
(
    year               Int32,
    tet                Nullable(Date32),
    days_of_last_month Int32 COMMENT 'of the lunar month before Tết: 29 or 30',
    hung_kings         Nullable(Date32),
    load               UInt64
)
ENGINE = ${replicated}MergeTree
PARTITION BY load
ORDER BY (year);

CREATE OR REPLACE VIEW market.words ${on_cluster} AS
SELECT kind, code, name_vi, name_en
FROM market_raw.words
WHERE load = (SELECT max(load) FROM market_raw.reference_loads WHERE table_name = 'words');

-- tet_from is 29 Tết and tet_to mùng 4, between which carriers nearly stop.
CREATE OR REPLACE VIEW market.lunar_days ${on_cluster} AS
SELECT
    year,
    assumeNotNull(tet) AS tet,
    days_of_last_month,
    assumeNotNull(hung_kings) AS hung_kings,
    addDays(assumeNotNull(tet), 28 - days_of_last_month) AS tet_from,
    addDays(assumeNotNull(tet), 3) AS tet_to
FROM market_raw.lunar_days
WHERE load = (SELECT max(load) FROM market_raw.reference_loads WHERE table_name = 'lunar_days');
