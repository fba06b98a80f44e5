-- Orders by the day they were placed, successes and value by the day of success. The rate only counts orders that have had
-- 30 days, and needs 30 of them. Nothing is shown of fewer than five sellers.
WITH
(
    SELECT uniqExact(seller_id)
    FROM market.seller_days
    WHERE orders > 0
        AND day >= toDate($__fromTime, 'Asia/Ho_Chi_Minh') AND day <= toDate($__toTime, 'Asia/Ho_Chi_Minh')
        AND $__conditionalAll(district IN (${district:singlequote}), $district)
) AS sellers,
(
    SELECT tuple(
        sumIf(orders, $__timeFilter(hour)),
        sumIf(orders, hour >= settled_from AND hour <= settled_to),
        sumIf(delivered_orders, hour >= settled_from AND hour <= settled_to))
    FROM
    (
        SELECT
            hour,
            orders,
            delivered_orders,
            least($__toTime, now() - INTERVAL 30 DAY) AS settled_to,
            settled_to - ($__toTime - $__fromTime) AS settled_from
        FROM market.sales
        WHERE grouping = if($__conditionalAll(0 = 1, $district), 'all', 'district')
            AND $__conditionalAll(district IN (${district:singlequote}), $district)
            AND hour >= $__fromTime - INTERVAL 30 DAY AND hour <= $__toTime
    )
) AS placed,
(
    SELECT tuple(sum(delivered_orders), sum(delivered_gross), sum(returned_orders))
    FROM market.successes
    WHERE grouping = if($__conditionalAll(0 = 1, $district), 'all', 'district')
        AND $__conditionalAll(district IN (${district:singlequote}), $district)
        AND $__timeFilter(hour)
) AS success,
    sellers BETWEEN 1 AND 4 AS is_too_few
SELECT
    if(is_too_few, NULL, placed.1) AS orders,
    if(is_too_few, NULL, success.1) AS successes,
    if(is_too_few, NULL, toFloat64(success.2) / 1e6) AS value_million,
    if(is_too_few OR success.1 < 30, NULL, toFloat64(success.2) / success.1 / 1e3) AS value_per_order,
    if(is_too_few OR placed.2 < 30, NULL, placed.3 / placed.2) AS success_rate,
    if(is_too_few, NULL, success.3) AS returns
