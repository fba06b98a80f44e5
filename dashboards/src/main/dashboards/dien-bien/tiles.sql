WITH
    toDate32(least($__toTime, now()), 'Asia/Ho_Chi_Minh') AS today,
    (
        SELECT min(from_day)
        FROM market.period_days
        WHERE calendar = '${calendar:raw}' AND grain = 'year' AND day = today
    ) AS new_year,
    least(new_year, toDate32($__fromTime, 'Asia/Ho_Chi_Minh')) AS first_day,
    multiIf(
        $__conditionalAll(0 = 1, $district) AND $__conditionalAll(0 = 1, $commodity), 'all',
        $__conditionalAll(0 = 1, $commodity), 'district',
        $__conditionalAll(0 = 1, $district), 'commodity',
        'district_commodity') AS cells
SELECT
    if(sellers.selling BETWEEN 1 AND 4, NULL, placed.orders) AS orders,
    if(sellers.succeeding BETWEEN 1 AND 4, NULL, done.delivered) AS delivered,
    if(sellers.succeeding BETWEEN 1 AND 4, NULL, done.value / 1e6) AS value,
    if(sellers.succeeding < 5 OR done.delivered < 30, NULL, done.value / done.delivered) AS value_per_order,
    if(sellers.selling BETWEEN 1 AND 4, NULL, sellers.selling) AS sellers,
    if(sellers.succeeding_this_year BETWEEN 1 AND 4, NULL, done.delivered_this_year) AS delivered_this_year,
    if(sellers.succeeding_this_year BETWEEN 1 AND 4, NULL, done.value_this_year / 1e6) AS value_this_year
FROM
(
    SELECT sum(orders) AS orders
    FROM market.sales
    WHERE grouping = cells
        AND $__timeFilter(hour)
        AND $__conditionalAll(district IN (${district:singlequote}), $district)
        AND $__conditionalAll(commodity IN (${commodity:singlequote}), $commodity)
) AS placed
CROSS JOIN
(
    SELECT
        sumIf(delivered_orders, $__timeFilter(hour)) AS delivered,
        toFloat64(sumIf(delivered_gross, $__timeFilter(hour))) AS value,
        sumIf(delivered_orders, toDate32(hour) >= new_year) AS delivered_this_year,
        toFloat64(sumIf(delivered_gross, toDate32(hour) >= new_year)) AS value_this_year
    FROM market.successes
    WHERE grouping = cells
        AND hour >= toDateTime(first_day, 'Asia/Ho_Chi_Minh') AND hour <= $__toTime
        AND $__conditionalAll(district IN (${district:singlequote}), $district)
        AND $__conditionalAll(commodity IN (${commodity:singlequote}), $commodity)
) AS done
CROSS JOIN
(
    SELECT
        uniqExactIf(seller_id, orders > 0 AND day >= toDate32($__fromTime, 'Asia/Ho_Chi_Minh')) AS selling,
        uniqUpToIf(4)(seller_id, successful_orders > 0 AND day >= toDate32($__fromTime, 'Asia/Ho_Chi_Minh')) AS succeeding,
        uniqUpToIf(4)(seller_id, successful_orders > 0 AND day >= new_year) AS succeeding_this_year
    FROM market.seller_days
    WHERE day >= first_day AND day <= today
        AND $__conditionalAll(district IN (${district:singlequote}), $district)
        AND $__conditionalAll(commodity IN (${commodity:singlequote}), $commodity)
) AS sellers
