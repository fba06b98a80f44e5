-- The communes of 2025. Those with fewer than five sellers have no colour.
WITH sold AS
(
    SELECT commune, sum(delivered_orders) AS successes, sum(delivered_gross) AS value
    FROM market.successes
    WHERE grouping = 'commune' AND $__timeFilter(hour)
    GROUP BY commune
),
sellers AS
(
    SELECT commune, uniqExact(seller_id) AS trading
    FROM market.seller_days
    WHERE orders > 0
        AND day >= toDate($__fromTime, 'Asia/Ho_Chi_Minh') AND day <= toDate($__toTime, 'Asia/Ho_Chi_Minh')
    GROUP BY commune
)
SELECT
    places.code AS commune,
    places.name AS name,
    if(sellers.trading BETWEEN 1 AND 4, NULL, toNullable(sold.successes)) AS successes,
    if(sellers.trading BETWEEN 1 AND 4, NULL, toNullable(toFloat64(sold.value) / 1e6)) AS value_million
FROM market.admin_units AS places
LEFT JOIN sold ON sold.commune = places.code
LEFT JOIN sellers ON sellers.commune = places.code
WHERE places.level = 'commune' AND places.valid_to IS NULL AND places.old_district_codes != ''
    AND $__conditionalAll(hasAny(splitByChar(';', places.old_district_codes), [${district:singlequote}]), $district)
ORDER BY commune
