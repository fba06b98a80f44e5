-- Each rate with its two parts. A period is settled when it is whole and its last order has had 30 days.
WITH
    toDate32($__toTime, 'Asia/Ho_Chi_Minh') AS today,
    toDate32(least($__toTime + INTERVAL 1 SECOND, now() - INTERVAL 30 DAY), 'Asia/Ho_Chi_Minh') AS settled_before,
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
    if((sums.to_day < settled_before AND sums.orders >= 30 AND sellers.sellers >= 5) AS is_shown, sums.orders, NULL) AS orders,
    if(is_shown, sums.delivered, NULL) AS delivered,
    if(is_shown, sums.cancelled, NULL) AS cancelled,
    if(is_shown, sums.returned, NULL) AS returned,
    if(is_shown, sums.delivered / sums.orders, NULL) AS success_rate,
    if(is_shown, sums.cancelled / sums.orders, NULL) AS cancel_rate,
    if(is_shown, sums.returned / sums.orders, NULL) AS return_rate
FROM
(
    SELECT
        days.period AS period,
        any(days.from_day) AS from_day,
        any(days.to_day) AS to_day,
        sum(facts.orders) AS orders,
        sum(facts.delivered) AS delivered,
        sum(facts.cancelled) AS cancelled,
        sum(facts.returned) AS returned
    FROM
    (
        SELECT toDate32(hour) AS day, orders, delivered_orders AS delivered, cancelled_orders AS cancelled, returned_orders AS returned
        FROM market.sales
        WHERE grouping = cells
            AND hour >= toDateTime(first_day, 'Asia/Ho_Chi_Minh') AND hour <= $__toTime
            AND $__conditionalAll(district IN (${district:singlequote}), $district)
            AND $__conditionalAll(commodity IN (${commodity:singlequote}), $commodity)
    ) AS facts
    INNER JOIN
    (
        SELECT day, period, from_day, to_day
        FROM market.period_days
        WHERE calendar = '${calendar:raw}' AND grain = '${period:raw}'
    ) AS days ON days.day = facts.day
    GROUP BY period
) AS sums
LEFT JOIN
(
    SELECT periods[dateDiff('day', first_day, facts.day) + 1] AS period, uniqUpTo(4)(facts.seller_id) AS sellers
    FROM market.seller_days AS facts
    WHERE facts.orders > 0
        AND facts.day >= first_day AND facts.day <= today
        AND $__conditionalAll(facts.district IN (${district:singlequote}), $district)
        AND $__conditionalAll(facts.commodity IN (${commodity:singlequote}), $commodity)
    GROUP BY period
) AS sellers ON sellers.period = sums.period
ORDER BY time
