WITH
    (
        SELECT max(toYear(period))
        FROM market.period_days
        WHERE calendar = '${calendar:raw}' AND grain = 'month' AND day = toDate32(least($__toTime, now()), 'Asia/Ho_Chi_Minh')
    ) AS this_year,
    multiIf(
        $__conditionalAll(0 = 1, $district) AND $__conditionalAll(0 = 1, $commodity), 'all',
        $__conditionalAll(0 = 1, $commodity), 'district',
        $__conditionalAll(0 = 1, $district), 'commodity',
        'district_commodity') AS cells
SELECT
    concat(if('${lang:raw}' = 'en', 'M', 'T'), toString(toMonth(months.period))) AS month,
    nullIf(sumIf(months.value, toYear(months.period) = this_year - 1), 0) AS value_last_year,
    nullIf(sumIf(months.value, toYear(months.period) = this_year), 0) AS value_this_year
FROM
(
    SELECT sums.period AS period, toFloat64(sums.value) / 1e6 AS value
    FROM
    (
        SELECT days.period AS period, sum(facts.value) AS value
        FROM
        (
            SELECT toDate32(hour) AS day, delivered_gross AS value
            FROM market.successes
            WHERE grouping = cells
                AND hour >= addYears($__toTime, -3) AND hour <= $__toTime
                AND $__conditionalAll(district IN (${district:singlequote}), $district)
                AND $__conditionalAll(commodity IN (${commodity:singlequote}), $commodity)
        ) AS facts
        INNER JOIN
        (
            SELECT day, period
            FROM market.period_days
            WHERE calendar = '${calendar:raw}' AND grain = 'month'
        ) AS days ON days.day = facts.day
        GROUP BY period
    ) AS sums
    INNER JOIN
    (
        SELECT days.period AS period, uniqUpTo(4)(facts.seller_id) AS sellers
        FROM market.seller_days AS facts
        INNER JOIN
        (
            SELECT day, period
            FROM market.period_days
            WHERE calendar = '${calendar:raw}' AND grain = 'month'
        ) AS days ON days.day = facts.day
        WHERE facts.successful_orders > 0
            AND facts.day >= toDate32(addYears($__toTime, -3), 'Asia/Ho_Chi_Minh')
            AND facts.day <= toDate32($__toTime, 'Asia/Ho_Chi_Minh')
            AND $__conditionalAll(facts.district IN (${district:singlequote}), $district)
            AND $__conditionalAll(facts.commodity IN (${commodity:singlequote}), $commodity)
        GROUP BY period
    ) AS sellers ON sellers.period = sums.period
    WHERE sellers.sellers >= 5
) AS months
GROUP BY month, toMonth(months.period)
ORDER BY toMonth(months.period)
