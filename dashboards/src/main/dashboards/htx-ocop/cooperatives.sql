WITH
    succeeded AS
    (
        SELECT
            cooperative,
            sum(delivered_orders) AS successful_orders,
            toFloat64(sum(delivered_gross)) / 1e6 AS value
        FROM market.successes
        WHERE grouping = if($__conditionalAll(0, $commodity), 'cooperative', 'commodity_cooperative') AND $__timeFilter(hour)
          AND $__conditionalAll(commodity IN (${commodity:singlequote}), $commodity)
        GROUP BY cooperative
    ),
    selling AS
    (
        SELECT cooperative, uniqExact(seller_id) AS sellers
        FROM market.seller_days
        WHERE day >= toDate($__fromTime, 'Asia/Ho_Chi_Minh') AND day <= toDate($__toTime, 'Asia/Ho_Chi_Minh')
          AND orders > 0
          AND $__conditionalAll(commodity IN (${commodity:singlequote}), $commodity)
        GROUP BY cooperative
    ),
    supply AS
    (
        SELECT owner, toFloat64(sum(kg)) / 1e3 AS tonnes
        FROM market.supply_capacity
        WHERE month = toMonth(now('Asia/Ho_Chi_Minh'))
          AND $__conditionalAll(commodity IN (${commodity:singlequote}), $commodity)
        GROUP BY owner
    ),
    certificates AS
    (
        SELECT owner, countIf(valid_today) AS valid FROM market.ocop_products GROUP BY owner
    ),
    waiting AS
    (
        SELECT cooperative, uniqExact(seller_id) AS sellers
        FROM market.alerts
        WHERE state = 'OPEN' AND rule = 'seller_stalled'
        GROUP BY cooperative
    )
SELECT
    c.cooperative AS cooperative,
    c.name AS cooperative_name,
    if('${lang:raw}' = 'vi', p.name_vi, p.name_en) AS place_name,
    c.accounts AS accounts,
    selling.sellers AS selling_sellers,
    succeeded.successful_orders AS successful_orders,
    succeeded.value AS value,
    if(succeeded.successful_orders >= 30,
        toNullable(succeeded.value * 1e6 / succeeded.successful_orders), NULL) AS value_per_order,
    supply.tonnes AS supply_tonnes,
    certificates.valid AS ocop_valid,
    waiting.sellers AS stalled_sellers
FROM market.cooperative_progress AS c
LEFT JOIN succeeded ON succeeded.cooperative = c.cooperative
LEFT JOIN selling ON selling.cooperative = c.cooperative
LEFT JOIN supply ON supply.owner = c.cooperative
LEFT JOIN certificates ON certificates.owner = c.cooperative
LEFT JOIN waiting ON waiting.cooperative = c.cooperative
LEFT JOIN (SELECT place, name_vi, name_en FROM market.places WHERE boundary = 'commune') AS p ON p.place = c.commune
WHERE $__conditionalAll(c.district IN (${district:singlequote}), $district)
  AND $__conditionalAll(c.cooperative IN (${cooperative:singlequote}), $cooperative)
  AND (succeeded.successful_orders > 0 OR selling.sellers > 0 OR waiting.sellers > 0)
ORDER BY value DESC, cooperative_name
LIMIT 200
