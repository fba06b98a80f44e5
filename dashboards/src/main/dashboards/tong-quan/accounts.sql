-- Accounts, households and sellers are measures of their own: stock as at the end of the period, activity and orders within
-- it. Active is what the ministry counts: a visit, an order, a changed listing or one on sale. No figure of fewer than five
-- sellers, nor a part whose rest would be of fewer.
WITH
(
    SELECT tuple(
        count(),
        countIf(activated_at <= $__toTime),
        uniqExactIf(household_key,
            activated_at <= $__toTime AND seller_type IN ('HOUSEHOLD', 'HOUSEHOLD_BUSINESS') AND household_key != ''))
    FROM market.sellers
    WHERE registered_at <= $__toTime
        AND $__conditionalAll(district IN (${district:singlequote}), $district)
        AND NOT (stage = 'CLOSED' AND stage_since <= $__toTime)
) AS accounts,
(
    SELECT tuple(
        count() AS active,
        countIf(is_listing),
        countIf(is_trading) AS trading,
        countIf(is_trading AND seller_type IN ('HOUSEHOLD', 'HOUSEHOLD_BUSINESS')) AS of_households,
        countIf(is_trading AND seller_type IN ('COOPERATIVE', 'COOPERATIVE_GROUP')) AS of_cooperatives,
        uniqExactIf(household.household_key, is_trading AND household.household_key != ''))
    FROM
    (
        SELECT
            seller_id,
            max(listing) AS is_listing,
            max(ordered) AS is_trading,
            anyIf(type, ordered) AS seller_type
        FROM
        (
            SELECT seller_id, seller_type AS type, orders > 0 AS ordered, false AS listing
            FROM market.seller_days
            WHERE (visits > 0 OR orders > 0 OR listing_changes > 0)
                AND day >= toDate32($__fromTime, 'Asia/Ho_Chi_Minh') AND day <= toDate32($__toTime, 'Asia/Ho_Chi_Minh')
                AND $__conditionalAll(district IN (${district:singlequote}), $district)
            UNION ALL
            SELECT seller_id, '', false, withdrawn_at IS NULL OR withdrawn_at > $__toTime
            FROM market.listings
            WHERE published_at <= $__toTime AND (withdrawn_at IS NULL OR withdrawn_at >= $__fromTime)
                AND $__conditionalAll(district IN (${district:singlequote}), $district)
        )
        GROUP BY seller_id
    ) AS seller
    LEFT JOIN
    (
        SELECT seller_id, household_key
        FROM market.sellers
        WHERE seller_type IN ('HOUSEHOLD', 'HOUSEHOLD_BUSINESS') AND household_key != ''
    ) AS household ON household.seller_id = seller.seller_id
) AS sellers,
    sellers.3 AS all_trading,
    sellers.4 BETWEEN 1 AND 4 OR all_trading - sellers.4 BETWEEN 1 AND 4 OR sellers.6 BETWEEN 1 AND 4 AS hides_households,
    sellers.5 BETWEEN 1 AND 4 OR all_trading - sellers.5 BETWEEN 1 AND 4
        OR (NOT hides_households AND all_trading - sellers.4 - sellers.5 BETWEEN 1 AND 4) AS hides_cooperatives
SELECT
    if(accounts.1 BETWEEN 1 AND 4, NULL, accounts.1) AS registered,
    if(accounts.2 BETWEEN 1 AND 4, NULL, accounts.2) AS activated,
    if(accounts.3 BETWEEN 1 AND 4, NULL, accounts.3) AS households,
    if(sellers.1 BETWEEN 1 AND 4, NULL, sellers.1) AS active,
    if(sellers.2 BETWEEN 1 AND 4, NULL, sellers.2) AS listing,
    if(all_trading BETWEEN 1 AND 4, NULL, all_trading) AS trading,
    if(hides_households, NULL, sellers.6) AS trading_households,
    if(hides_cooperatives, NULL, sellers.5) AS trading_cooperatives
