WITH
    toDate32($__toTime, 'Asia/Ho_Chi_Minh') AS today,
    (
        SELECT min(from_day)
        FROM market.period_days
        WHERE calendar = '${calendar:raw}' AND grain = '${period:raw}' AND day = toDate32($__fromTime, 'Asia/Ho_Chi_Minh')
    ) AS first_day,
    multiIf(
        $__conditionalAll(0 = 1, $district) AND $__conditionalAll(0 = 1, $commodity), 'all',
        $__conditionalAll(0 = 1, $commodity), 'district',
        $__conditionalAll(0 = 1, $district), 'commodity',
        'district_commodity') AS cells
SELECT
    toDateTime(sums.from_day, 'Asia/Ho_Chi_Minh') AS time,
    if(sellers.sellers BETWEEN 1 AND 4, NULL, sums.value) AS value
FROM
(
    SELECT days.period AS period, any(days.from_day) AS from_day, toFloat64(sum(facts.value)) / 1e6 AS value
    FROM
    (
        SELECT toDate32(hour) AS day, delivered_gross AS value
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
    SELECT days.period AS period, uniqUpTo(4)(facts.seller_id) AS sellers
    FROM market.seller_days AS facts
    INNER JOIN
    (
        SELECT day, period
        FROM market.period_days
        WHERE calendar = '${calendar:raw}' AND grain = '${period:raw}'
    ) AS days ON days.day = facts.day
    WHERE facts.successful_orders > 0
        AND facts.day >= first_day AND facts.day <= today
        AND $__conditionalAll(facts.district IN (${district:singlequote}), $district)
        AND $__conditionalAll(facts.commodity IN (${commodity:singlequote}), $commodity)
    GROUP BY period
) AS sellers ON sellers.period = sums.period
ORDER BY time
