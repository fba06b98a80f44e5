-- Orders by the day they were placed, successes and value by the day of success. No figure of fewer than five sellers: of
-- orders those who had one, of successes and what came back those who had a success.
WITH
(
    SELECT tuple(uniqUpToIf(4)(seller_id, orders > 0), uniqUpToIf(4)(seller_id, successful_orders > 0))
    FROM market.seller_days
    WHERE day >= toDate32($__fromTime, 'Asia/Ho_Chi_Minh') AND day <= toDate32($__toTime, 'Asia/Ho_Chi_Minh')
        AND $__conditionalAll(district IN (${district:singlequote}), $district)
) AS sellers,
(
    SELECT sum(orders)
    FROM market.sales
    WHERE grouping = if($__conditionalAll(0 = 1, $district), 'all', 'district')
        AND $__conditionalAll(district IN (${district:singlequote}), $district)
        AND $__timeFilter(hour)
) AS placed,
(
    SELECT tuple(sum(delivered_orders), sum(delivered_gross), sum(returned_orders))
    FROM market.successes
    WHERE grouping = if($__conditionalAll(0 = 1, $district), 'all', 'district')
        AND $__conditionalAll(district IN (${district:singlequote}), $district)
        AND $__timeFilter(hour)
) AS success,
    sellers.2 < 5 AND (sellers.2 > 0 OR success.3 > 0) AS too_few_succeeded
SELECT
    if(sellers.1 BETWEEN 1 AND 4, NULL, placed) AS orders,
    if(too_few_succeeded, NULL, success.1) AS successes,
    if(too_few_succeeded, NULL, toFloat64(success.2) / 1e6) AS value_million,
    if(too_few_succeeded OR success.1 < 30, NULL, toFloat64(success.2) / success.1 / 1e3) AS value_per_order,
    if(too_few_succeeded, NULL, success.3) AS returns
