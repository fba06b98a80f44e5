WITH
    (
        SELECT max(toYear(period))
        FROM market.period_days
        WHERE calendar = '${calendar:raw}' AND grain = 'month' AND day = toDate32($__toTime, 'Asia/Ho_Chi_Minh')
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
    SELECT days.period AS period, toFloat64(sum(facts.value)) / 1e6 AS value, uniqExactIf(facts.seller_id, facts.seller_id != '') AS sellers
    FROM
    (
        SELECT toDate32(hour) AS day, '' AS seller_id, delivered_gross AS value
        FROM market.successes
        WHERE grouping = cells
            AND hour >= addYears($__toTime, -3) AND hour <= $__toTime
            AND $__conditionalAll(district IN (${district:singlequote}), $district)
            AND $__conditionalAll(commodity IN (${commodity:singlequote}), $commodity)
        UNION ALL
        SELECT day, seller_id, toDecimal128(0, 6)
        FROM market.seller_days
        WHERE orders > 0
            AND day >= toDate32(addYears($__toTime, -3), 'Asia/Ho_Chi_Minh') AND day <= toDate32($__toTime, 'Asia/Ho_Chi_Minh')
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
    HAVING sellers >= 5
) AS months
GROUP BY month, toMonth(months.period)
ORDER BY toMonth(months.period)
