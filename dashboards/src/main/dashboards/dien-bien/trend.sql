WITH
    toDate32($__toTime, 'Asia/Ho_Chi_Minh') AS today,
    (
        SELECT min(from_day)
        FROM market.period_days
        WHERE calendar = '${calendar:raw}' AND grain = '${period:raw}' AND day = toDate32($__fromTime, 'Asia/Ho_Chi_Minh')
    ) AS first_day,
    -- The period of each day from the first one on: cheaper than a join that millions of seller ids would pass through.
    (
        SELECT groupArray(period)
        FROM
        (
            SELECT period
            FROM market.period_days
            WHERE calendar = '${calendar:raw}' AND grain = '${period:raw}' AND day BETWEEN first_day AND today
            ORDER BY day
        )
    ) AS periods,
    multiIf(
        $__conditionalAll(0 = 1, $district) AND $__conditionalAll(0 = 1, $commodity), 'all',
        $__conditionalAll(0 = 1, $commodity), 'district',
        $__conditionalAll(0 = 1, $district), 'commodity',
        'district_commodity') AS cells
SELECT
    toDateTime(sums.from_day, 'Asia/Ho_Chi_Minh') AS time,
    if(sellers.selling BETWEEN 1 AND 4, NULL, sums.orders) AS orders,
    if(sellers.succeeding BETWEEN 1 AND 4, NULL, sums.delivered) AS delivered
FROM
(
    SELECT days.period AS period, any(days.from_day) AS from_day, sum(facts.orders) AS orders, sum(facts.delivered) AS delivered
    FROM
    (
        SELECT toDate32(hour) AS day, orders, 0 AS delivered
        FROM market.sales
        WHERE grouping = cells
            AND hour >= toDateTime(first_day, 'Asia/Ho_Chi_Minh') AND hour <= $__toTime
            AND $__conditionalAll(district IN (${district:singlequote}), $district)
            AND $__conditionalAll(commodity IN (${commodity:singlequote}), $commodity)
        UNION ALL
        SELECT toDate32(hour), 0, delivered_orders
        FROM market.successes
        WHERE grouping = cells
            AND hour >= toDateTime(first_day, 'Asia/Ho_Chi_Minh') AND hour <= $__toTime
            AND $__conditionalAll(district IN (${district:singlequote}), $district)
            AND $__conditionalAll(commodity IN (${commodity:singlequote}), $commodity)
    ) AS facts
    INNER JOIN
    (
        SELECT day, period, from_day
        FROM market.period_days
        WHERE calendar = '${calendar:raw}' AND grain = '${period:raw}'
    ) AS days ON days.day = facts.day
    GROUP BY period
) AS sums
LEFT JOIN
(
    SELECT
        periods[dateDiff('day', first_day, facts.day) + 1] AS period,
        uniqUpToIf(4)(facts.seller_id, facts.orders > 0) AS selling,
        uniqUpToIf(4)(facts.seller_id, facts.successful_orders > 0) AS succeeding
    FROM market.seller_days AS facts
    WHERE (facts.orders > 0 OR facts.successful_orders > 0)
        AND facts.day >= first_day AND facts.day <= today
        AND $__conditionalAll(facts.district IN (${district:singlequote}), $district)
        AND $__conditionalAll(facts.commodity IN (${commodity:singlequote}), $commodity)
    GROUP BY period
) AS sellers ON sellers.period = sums.period
ORDER BY time
