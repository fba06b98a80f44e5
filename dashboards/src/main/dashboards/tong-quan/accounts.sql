-- Stock as at the end of the period, sellers with orders within it. Fewer than five sellers are not shown.
WITH
(
    SELECT tuple(count(), countIf(activated_at <= $__toTime))
    FROM market.sellers
    WHERE registered_at <= $__toTime
        AND $__conditionalAll(district IN (${district:singlequote}), $district)
        AND NOT (stage = 'CLOSED' AND stage_since <= $__toTime)
) AS accounts,
(
    SELECT uniqExact(seller_id)
    FROM market.listings
    WHERE published_at <= $__toTime AND (withdrawn_at IS NULL OR withdrawn_at > $__toTime)
        AND $__conditionalAll(district IN (${district:singlequote}), $district)
) AS shops,
(
    SELECT tuple(
        uniqExact(seller_id),
        uniqExactIf(seller_id, seller_type IN ('HOUSEHOLD', 'HOUSEHOLD_BUSINESS')),
        uniqExactIf(seller_id, seller_type IN ('COOPERATIVE', 'COOPERATIVE_GROUP')))
    FROM market.seller_days
    WHERE orders > 0
        AND day >= toDate($__fromTime, 'Asia/Ho_Chi_Minh') AND day <= toDate($__toTime, 'Asia/Ho_Chi_Minh')
        AND $__conditionalAll(district IN (${district:singlequote}), $district)
) AS sellers
SELECT
    accounts.1 AS registered,
    accounts.2 AS activated,
    if(shops BETWEEN 1 AND 4, NULL, shops) AS listing,
    if(sellers.1 BETWEEN 1 AND 4, NULL, sellers.1) AS trading,
    if(sellers.2 BETWEEN 1 AND 4, NULL, sellers.2) AS trading_households,
    if(sellers.3 BETWEEN 1 AND 4, NULL, sellers.3) AS trading_cooperatives
