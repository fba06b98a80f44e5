CREATE ROLE IF NOT EXISTS job_writer, migrator, notifier, grafana, analyst, reporter, support, leaders;
REVOKE ALL ON *.* FROM job_writer, migrator, notifier, grafana, analyst, reporter, support, leaders;

ALTER ROLE job_writer SETTINGS PROFILE 'writing';
ALTER ROLE migrator SETTINGS PROFILE 'writing';
ALTER ROLE notifier SETTINGS PROFILE 'writing';
ALTER ROLE grafana SETTINGS PROFILE 'grafana';
ALTER ROLE analyst SETTINGS PROFILE 'reading';
ALTER ROLE reporter SETTINGS PROFILE 'reporting';
ALTER ROLE support SETTINGS PROFILE 'calling';
ALTER ROLE leaders SETTINGS PROFILE 'reading';

-- Exactly the tables of vn.nhipcho.clickhouse.Tables and the record of refused rows.
GRANT SELECT, INSERT ON market_raw.sales_hourly TO job_writer;
GRANT SELECT, INSERT ON market_raw.successes_hourly TO job_writer;
GRANT SELECT, INSERT ON market_raw.order_lines TO job_writer;
GRANT SELECT, INSERT ON market_raw.order_parts TO job_writer;
GRANT SELECT, INSERT ON market_raw.order_events TO job_writer;
GRANT SELECT, INSERT ON market_raw.account_events TO job_writer;
GRANT SELECT, INSERT ON market_raw.listing_events TO job_writer;
GRANT SELECT, INSERT ON market_raw.ingest_ledger TO job_writer;
GRANT SELECT, INSERT ON market_raw.freshness TO job_writer;
GRANT SELECT, INSERT ON market_raw.dead_letters TO job_writer;
GRANT SELECT, INSERT ON market_raw.refused_rows TO job_writer;
GRANT SELECT, INSERT ON market_raw.sellers TO job_writer;
GRANT SELECT, INSERT ON market_raw.seller_stages TO job_writer;
GRANT SELECT, INSERT ON market_raw.seller_days TO job_writer;
GRANT SELECT, INSERT ON market_raw.listings TO job_writer;
GRANT SELECT, INSERT ON market_raw.seller_shops TO job_writer;
GRANT SELECT, INSERT ON market_raw.alerts TO job_writer;

GRANT SELECT, INSERT, ALTER, CREATE, DROP, TRUNCATE, OPTIMIZE, SHOW ON market_raw.* TO migrator;
GRANT SELECT, ALTER, CREATE, DROP, SHOW ON market.* TO migrator;
-- Where a backfill makes its tables; EXCHANGE TABLES needs the same of both databases.
GRANT SELECT, INSERT, ALTER, CREATE, DROP, TRUNCATE, SHOW ON market_shadow.* TO migrator;
GRANT CLUSTER ON *.* TO migrator;
GRANT SELECT ON system.tables TO migrator;
GRANT SELECT ON system.columns TO migrator;
GRANT SELECT ON system.parts TO migrator;

GRANT SELECT ON market.alerts TO notifier;
GRANT SELECT ON market.alert_contacts TO notifier;
GRANT SELECT ON market.admin_units TO notifier;
GRANT SELECT ON market.support_areas TO notifier;
GRANT SELECT ON market.freshness TO notifier;
GRANT SELECT ON market_raw.alerts TO notifier;
GRANT SELECT ON market_raw.alert_contacts TO notifier;
GRANT SELECT ON market_raw.admin_units TO notifier;
GRANT SELECT ON market_raw.support_areas TO notifier;
GRANT SELECT ON market_raw.freshness TO notifier;
GRANT SELECT ON market_raw.reference_loads TO notifier;
GRANT SELECT ON market_raw.deployment TO notifier;
GRANT SELECT, INSERT ON market_raw.notifications TO notifier;

-- The history by event is for rebuilding, and nobody's to read.
GRANT SELECT ON market.* TO grafana, analyst, reporter;
GRANT SELECT ON market_raw.* TO grafana, analyst, reporter;
REVOKE SELECT ON market_raw.order_events FROM grafana, analyst, reporter;
REVOKE SELECT ON market_raw.account_events FROM grafana, analyst, reporter;
REVOKE SELECT ON market_raw.listing_events FROM grafana, analyst, reporter;

-- What `report import` and `report --issue` write; a person has this role or analyst's, whose profile refuses every INSERT.
GRANT INSERT ON market_raw.reported_figures TO reporter;
GRANT INSERT ON market_raw.issued_reports TO reporter;

GRANT SELECT ON market.sellers TO support;
GRANT SELECT ON market.seller_stages TO support;
GRANT SELECT ON market.seller_days TO support;
GRANT SELECT ON market.seller_shops TO support;
GRANT SELECT ON market.listings TO support;
GRANT SELECT ON market.alerts TO support;
GRANT SELECT ON market.alert_contacts TO support;
GRANT SELECT ON market.alert_recoveries TO support;
GRANT SELECT ON market.order_lines TO support;
GRANT SELECT ON market.order_parts TO support;
GRANT SELECT ON market.admin_units TO support;
GRANT SELECT ON market.commodities TO support;
GRANT SELECT ON market.cooperatives TO support;
GRANT SELECT ON market.platforms TO support;
GRANT SELECT ON market.support_areas TO support;
GRANT SELECT ON market.deployment TO support;
GRANT SELECT ON market.freshness TO support;
GRANT SELECT ON market_raw.sellers TO support;
GRANT SELECT ON market_raw.seller_stages TO support;
GRANT SELECT ON market_raw.seller_days TO support;
GRANT SELECT ON market_raw.seller_shops TO support;
GRANT SELECT ON market_raw.listings TO support;
GRANT SELECT ON market_raw.alerts TO support;
GRANT SELECT, INSERT ON market_raw.alert_contacts TO support;
GRANT SELECT ON market_raw.order_lines TO support;
GRANT SELECT ON market_raw.order_parts TO support;
GRANT SELECT ON market_raw.admin_units TO support;
GRANT SELECT ON market_raw.commodities TO support;
GRANT SELECT ON market_raw.cooperatives TO support;
GRANT SELECT ON market_raw.platforms TO support;
GRANT SELECT ON market_raw.support_areas TO support;
GRANT SELECT ON market_raw.reference_loads TO support;
GRANT SELECT ON market_raw.deployment TO support;
GRANT SELECT ON market_raw.freshness TO support;

GRANT SELECT ON market.sales TO leaders;
GRANT SELECT ON market.successes TO leaders;
GRANT SELECT ON market.targets TO leaders;
GRANT SELECT ON market.admin_units TO leaders;
GRANT SELECT ON market.commodities TO leaders;
GRANT SELECT ON market.platforms TO leaders;
GRANT SELECT ON market.deployment TO leaders;
GRANT SELECT ON market.freshness TO leaders;
GRANT SELECT ON market_raw.sales_hourly TO leaders;
GRANT SELECT ON market_raw.successes_hourly TO leaders;
GRANT SELECT ON market_raw.targets TO leaders;
GRANT SELECT ON market_raw.admin_units TO leaders;
GRANT SELECT ON market_raw.commodities TO leaders;
GRANT SELECT ON market_raw.platforms TO leaders;
GRANT SELECT ON market_raw.reference_loads TO leaders;
GRANT SELECT ON market_raw.deployment TO leaders;
GRANT SELECT ON market_raw.freshness TO leaders;
