CREATE OR REPLACE VIEW market.admin_units ${on_cluster} AS
SELECT level, code, name, parent_code, valid_from, valid_to, successor_code, old_district_codes
FROM market_raw.admin_units
WHERE load = (SELECT max(load) FROM market_raw.reference_loads WHERE table_name = 'admin_units');

CREATE OR REPLACE VIEW market.commodities ${on_cluster} AS
SELECT
    code, name_vi, name_en, `group`, base_unit, sale_units, kg_per_piece, season_months, season_source,
    farmgate_vnd_low, farmgate_vnd_high, price_unit, price_source, shelf_life_days, note
FROM market_raw.commodities
WHERE load = (SELECT max(load) FROM market_raw.reference_loads WHERE table_name = 'commodities');

CREATE OR REPLACE VIEW market.unit_conversions ${on_cluster} AS
SELECT unit, commodity, kg_per_unit, pieces_per_unit, valid_from, note
FROM market_raw.unit_conversions
WHERE load = (SELECT max(load) FROM market_raw.reference_loads WHERE table_name = 'unit_conversions');

CREATE OR REPLACE VIEW market.cooperatives ${on_cluster} AS
SELECT cooperative_id, name, kind, commune_code, commune_valid_on, valid_from, valid_to, source
FROM market_raw.cooperatives
WHERE load = (SELECT max(load) FROM market_raw.reference_loads WHERE table_name = 'cooperatives');

CREATE OR REPLACE VIEW market.targets ${on_cluster} AS
SELECT indicator, place, period, value, unit, document
FROM market_raw.targets
WHERE load = (SELECT max(load) FROM market_raw.reference_loads WHERE table_name = 'targets');

CREATE OR REPLACE VIEW market.platforms ${on_cluster} AS
SELECT platform, name, predecessor, CAST(in_programme AS Bool) AS in_programme, connected_from, source
FROM market_raw.platforms
WHERE load = (SELECT max(load) FROM market_raw.reference_loads WHERE table_name = 'platforms');
