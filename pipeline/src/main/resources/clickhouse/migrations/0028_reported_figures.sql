-- Figures that no stream has, as a document gives them. All that was ever reported stays; the view shows of each figure
-- the one as of the latest day.
CREATE TABLE IF NOT EXISTS market_raw.reported_figures ${on_cluster}
(
    indicator   LowCardinality(String),
    period      String COMMENT '2022-07, 2022-Q3, 2022-H1 or 2022, by the administrative calendar',
    place       String,
    platform    LowCardinality(String) COMMENT 'empty: all platforms together',
    value       Decimal(18, 2),
    document    String,
    as_of       Date32,
    imported_at DateTime64(3, 'UTC') DEFAULT now64(3)
)
ENGINE = ${replicated}ReplacingMergeTree(imported_at)
ORDER BY (indicator, period, place, platform, as_of);
CREATE OR REPLACE VIEW market.reported_figures ${on_cluster} AS
SELECT indicator, period, place, platform, value, document, as_of
FROM market_raw.reported_figures FINAL
ORDER BY market_raw.reported_figures.as_of DESC
LIMIT 1 BY indicator, period, place, platform;
