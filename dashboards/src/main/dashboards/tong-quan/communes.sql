-- The communes of 2025. Those where fewer than five sellers had a success have no colour.
WITH sold AS
(
    SELECT commune, sum(delivered_orders) AS successes, sum(delivered_gross) AS value
    FROM market.successes
    WHERE grouping = 'commune' AND $__timeFilter(hour)
    GROUP BY commune
),
sellers AS
(
    SELECT commune, uniqUpTo(4)(seller_id) AS succeeding
    FROM market.seller_days
    WHERE successful_orders > 0
        AND day >= toDate32($__fromTime, 'Asia/Ho_Chi_Minh') AND day <= toDate32($__toTime, 'Asia/Ho_Chi_Minh')
    GROUP BY commune
)
SELECT
    places.code AS commune,
    places.name AS name,
    if(sellers.succeeding BETWEEN 1 AND 4, NULL, toNullable(sold.successes)) AS successes,
    if(sellers.succeeding BETWEEN 1 AND 4, NULL, toNullable(toFloat64(sold.value) / 1e6)) AS value_million
FROM market.admin_units AS places
LEFT JOIN sold ON sold.commune = places.code
LEFT JOIN sellers ON sellers.commune = places.code
WHERE places.level = 'commune' AND places.valid_to IS NULL AND places.old_district_codes != ''
    AND $__conditionalAll(hasAny(splitByChar(';', places.old_district_codes), [${district:singlequote}]), $district)
ORDER BY commune
