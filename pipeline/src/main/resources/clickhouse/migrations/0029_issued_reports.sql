-- Reports as they were issued: a correction that comes later changes the figures of today and never these.
CREATE TABLE IF NOT EXISTS market_raw.issued_reports ${on_cluster}
(
    place     String,
    period    String,
    calendar  LowCardinality(String),
    boundary  LowCardinality(String),
    language  LowCardinality(String),
    version   UInt32,
    first_day Date32,
    last_day  Date32,
    as_of     Nullable(DateTime64(3, 'UTC')),
    issued_at DateTime64(3, 'UTC'),
    figures   String COMMENT 'a JSON array' CODEC(ZSTD(3))
)
ENGINE = ${replicated}MergeTree
ORDER BY (place, period, calendar, boundary, language, version);
CREATE OR REPLACE VIEW market.issued_reports ${on_cluster} AS
SELECT
    place, period, calendar, boundary, language, version, first_day, last_day,
    toTimeZone(as_of, '${zone}') AS as_of,
    toTimeZone(issued_at, '${zone}') AS issued_at,
    figures
FROM market_raw.issued_reports;
