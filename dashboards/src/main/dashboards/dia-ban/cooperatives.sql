WITH
    succeeded AS
    (
        SELECT
            cooperative,
            sum(delivered_orders) AS successful_orders,
            toFloat64(sum(delivered_gross)) / 1e6 AS value
        FROM market.successes
        WHERE grouping = 'cooperative' AND $__timeFilter(hour)
        GROUP BY cooperative
    ),
    selling AS
    (
        SELECT cooperative, uniqExact(seller_id) AS sellers
        FROM market.seller_days
        WHERE day >= toDate($__fromTime, 'Asia/Ho_Chi_Minh') AND day <= toDate($__toTime, 'Asia/Ho_Chi_Minh')
          AND orders > 0
        GROUP BY cooperative
    )
SELECT
    c.cooperative_id AS cooperative,
    c.name AS cooperative_name,
    if('${lang:raw}' = 'vi', p.name_vi, p.name_en) AS place_name,
    selling.sellers AS selling_sellers,
    succeeded.successful_orders AS successful_orders,
    succeeded.value AS value
FROM market.cooperatives AS c
LEFT JOIN succeeded ON succeeded.cooperative = c.cooperative_id
LEFT JOIN selling ON selling.cooperative = c.cooperative_id
LEFT JOIN (SELECT place, name_vi, name_en FROM market.places WHERE boundary = '${boundary:raw}') AS p
    ON p.place = if('${boundary:raw}' = 'district', c.district, c.commune)
WHERE ('${boundary:raw}' = 'commune' OR $__conditionalAll(c.district IN (${district:singlequote}), $district))
  AND ('${boundary:raw}' = 'district' OR $__conditionalAll(c.commune IN (${commune:singlequote}), $commune))
  AND succeeded.successful_orders > 0
ORDER BY value DESC, cooperative_name
LIMIT 50
