-- A seller belongs to the unit that looks after its cooperative, else to that of its commune, else to its old district: as in
-- vn.nhipcho.notifier.Areas, so that who gets the alert can open the seller. getSetting fails for who has no unit.
CREATE ROW POLICY OR REPLACE own_area ON
    market_raw.sellers, market_raw.seller_stages, market_raw.seller_days, market_raw.seller_shops,
    market_raw.listings, market_raw.alerts, market_raw.order_lines, market_raw.order_parts
    USING multiIf(
        cooperative IN (
            SELECT code FROM market.support_areas WHERE level = 'cooperative'
                AND coalesce(valid_from <= toDate(now(), 'Asia/Ho_Chi_Minh'), true)
                AND coalesce(valid_to >= toDate(now(), 'Asia/Ho_Chi_Minh'), true)),
        cooperative IN (
            SELECT code FROM market.support_areas WHERE level = 'cooperative' AND unit = getSetting('SQL_support_unit')
                AND coalesce(valid_from <= toDate(now(), 'Asia/Ho_Chi_Minh'), true)
                AND coalesce(valid_to >= toDate(now(), 'Asia/Ho_Chi_Minh'), true)),
        commune IN (
            SELECT code FROM market.support_areas WHERE level = 'commune'
                AND coalesce(valid_from <= toDate(now(), 'Asia/Ho_Chi_Minh'), true)
                AND coalesce(valid_to >= toDate(now(), 'Asia/Ho_Chi_Minh'), true)),
        commune IN (
            SELECT code FROM market.support_areas WHERE level = 'commune' AND unit = getSetting('SQL_support_unit')
                AND coalesce(valid_from <= toDate(now(), 'Asia/Ho_Chi_Minh'), true)
                AND coalesce(valid_to >= toDate(now(), 'Asia/Ho_Chi_Minh'), true)),
        district = getSetting('SQL_support_unit'))
    TO support;

-- Once a table has a policy, who has none of it may see no row.
CREATE ROW POLICY OR REPLACE every_area ON
    market_raw.sellers, market_raw.seller_stages, market_raw.seller_days, market_raw.seller_shops,
    market_raw.listings, market_raw.alerts, market_raw.order_lines, market_raw.order_parts
    USING 1 TO ALL EXCEPT support;

-- A cooperative, or a commodity in one commune, can be a single seller.
CREATE ROW POLICY OR REPLACE wide_sets ON market_raw.sales_hourly, market_raw.successes_hourly
    USING grouping IN ('all', 'platform', 'province', 'district', 'commune', 'commodity', 'seller_type', 'district_commodity')
    TO leaders;
CREATE ROW POLICY OR REPLACE every_set ON market_raw.sales_hourly, market_raw.successes_hourly
    USING 1 TO ALL EXCEPT leaders;
