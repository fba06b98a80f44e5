-- Rows that ClickHouse refused stand among the dead letters under the topic clickhouse:<table>, which no ledger counts.
CREATE OR REPLACE VIEW market.dead_letters ${on_cluster} AS
SELECT
    reason,
    topic,
    partition,
    offset,
    file,
    step,
    detail,
    toTimeZone(first_seen, '${zone}') AS first_seen,
    attempts,
    toTimeZone(replayed_at, '${zone}') AS replayed_at
FROM market_raw.dead_letters FINAL
UNION ALL
SELECT
    'REFUSED_BY_CLICKHOUSE',
    concat('clickhouse:', table_name),
    toInt32(-1),
    toInt64(0),
    '',
    'clickhouse',
    concat(row_key, ': ', message),
    toTimeZone(refused_at, '${zone}'),
    toUInt32(1),
    CAST(NULL AS Nullable(DateTime64(3, '${zone}')))
FROM market_raw.refused_rows FINAL;

CREATE OR REPLACE VIEW market.refused_rows ${on_cluster} AS
SELECT
    table_name,
    row_key,
    code,
    message,
    toTimeZone(refused_at, '${zone}') AS refused_at
FROM market_raw.refused_rows FINAL;

CREATE OR REPLACE VIEW market.ledger ${on_cluster} AS
SELECT
    job,
    topic,
    partition,
    toTimeZone(minute, '${zone}') AS minute,
    consumed,
    applied,
    duplicate,
    superseded,
    dead,
    first_offset,
    last_offset,
    gaps
FROM market_raw.ingest_ledger FINAL;

CREATE OR REPLACE VIEW market.freshness ${on_cluster} AS
SELECT
    job,
    topic,
    partition,
    toTimeZone(event_time, '${zone}') AS event_time,
    toTimeZone(ingested_at, '${zone}') AS ingested_at,
    toTimeZone(queryable_at, '${zone}') AS queryable_at
FROM market_raw.freshness FINAL;
