-- open_day is the first that is not over in the range: no later one is compared, and no period that has it is whole.
WITH
    '${period:raw}' = 'week' AS by_week,
    toDate32(least($__toTime, now()), 'Asia/Ho_Chi_Minh') AS today,
    toDate32(least($__toTime + INTERVAL 1 SECOND, now()), 'Asia/Ho_Chi_Minh') AS open_day,
    (SELECT groupArray(comparable_from) FROM market.connected_platforms WHERE comparable_from IS NOT NULL) AS connections,
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
        $__conditionalAll(0 = 1, $district) AND $__conditionalAll(0 = 1, $commodity), 'platform',
        $__conditionalAll(0 = 1, $commodity), 'district',
        $__conditionalAll(0 = 1, $district), 'commodity',
        'district_commodity') AS cells
SELECT
    period.name AS period,
    concat(formatDateTime(period.from_day, '%d/%m/%Y'), ' – ', formatDateTime(period.to_day, '%d/%m/%Y')) AS days,
    if(sellers.selling BETWEEN 1 AND 4, NULL, sellers.selling) AS sellers,
    if(sellers.selling BETWEEN 1 AND 4, NULL, sums.orders) AS orders,
    if(sellers.succeeding BETWEEN 1 AND 4, NULL, sums.delivered) AS delivered,
    if(sellers.succeeding BETWEEN 1 AND 4, NULL, toFloat64(sums.value) / 1e6) AS value,
    if(sellers.succeeding BETWEEN 1 AND 4 OR sums.delivered < 30, NULL, toFloat64(sums.value) / sums.delivered) AS value_per_order,
    if(sellers_before.succeeding BETWEEN 1 AND 4, NULL, nullIf(sums.delivered_before, 0)) AS delivered_before,
    if(sellers.succeeding BETWEEN 1 AND 4 OR sellers_before.succeeding BETWEEN 1 AND 4 OR sums.delivered_before < 30, NULL, sums.delivered_comparable / sums.delivered_before - 1) AS orders_change,
    if(sellers.succeeding BETWEEN 1 AND 4 OR sellers_before.succeeding BETWEEN 1 AND 4 OR sums.delivered_before < 30, NULL, toFloat64(sums.value_comparable) / toFloat64(sums.value_before) - 1) AS value_change,
    period.to_day >= least(open_day, addDays(toDate32(now(), 'Asia/Ho_Chi_Minh'), -3)) AS provisional
FROM
(
    SELECT
        period,
        sumIf(fact.orders, NOT fact.is_before) AS orders,
        sumIf(fact.delivered, NOT fact.is_before) AS delivered,
        sumIf(fact.value, NOT fact.is_before) AS value,
        sumIf(fact.delivered, NOT fact.is_before AND fact.is_comparable) AS delivered_comparable,
        sumIf(fact.value, NOT fact.is_before AND fact.is_comparable) AS value_comparable,
        sumIf(fact.delivered, fact.is_before AND fact.is_comparable) AS delivered_before,
        sumIf(fact.value, fact.is_before AND fact.is_comparable) AS value_before
    FROM
    (
        SELECT
            days.period AS period,
            is_before,
            facts.orders AS orders,
            facts.delivered AS delivered,
            facts.value AS value,
            facts.day < open_day AND if(facts.platform = '', days.is_alike, connected.day <= days.before_day) AS is_comparable
        FROM
        (
            SELECT platform, is_before, orders, delivered, value,
                multiIf(NOT is_before, fact_day, by_week, addDays(fact_day, 364), addYears(fact_day, 1)) AS day
            FROM
            (
                SELECT toDate32(hour) AS fact_day, platform, sum(orders) AS orders, 0 AS delivered, toDecimal128(0, 6) AS value
                FROM market.sales
                WHERE grouping = cells
                    AND hour >= toDateTime(addYears(first_day, -1), 'Asia/Ho_Chi_Minh') AND hour <= $__toTime
                    AND $__conditionalAll(district IN (${district:singlequote}), $district)
                    AND $__conditionalAll(commodity IN (${commodity:singlequote}), $commodity)
                GROUP BY fact_day, platform
                UNION ALL
                SELECT toDate32(hour) AS fact_day, platform, 0, sum(delivered_orders), sum(delivered_gross)
                FROM market.successes
                WHERE grouping = cells
                    AND hour >= toDateTime(addYears(first_day, -1), 'Asia/Ho_Chi_Minh') AND hour <= $__toTime
                    AND $__conditionalAll(district IN (${district:singlequote}), $district)
                    AND $__conditionalAll(commodity IN (${commodity:singlequote}), $commodity)
                GROUP BY fact_day, platform
            )
            ARRAY JOIN [false, true] AS is_before
        ) AS facts
        INNER JOIN
        (
            SELECT
                day,
                period,
                if(by_week, addDays(from_day, -364), addYears(from_day, -1)) AS before_day,
                NOT arrayExists(connected_day -> connected_day > before_day AND connected_day <= to_day, connections) AS is_alike
            FROM market.period_days
            WHERE calendar = '${calendar:raw}' AND grain = '${period:raw}'
        ) AS days ON days.day = facts.day
        LEFT JOIN
        (
            SELECT platform, comparable_from AS day FROM market.connected_platforms
        ) AS connected ON connected.platform = facts.platform
        WHERE facts.day BETWEEN first_day AND today
    ) AS fact
    GROUP BY period
) AS sums
INNER JOIN
(
    SELECT period, any(from_day) AS from_day, any(to_day) AS to_day, any(if('${lang:raw}' = 'en', name_en, name_vi)) AS name
    FROM market.period_days
    WHERE calendar = '${calendar:raw}' AND grain = '${period:raw}' AND day BETWEEN first_day AND today
    GROUP BY period
) AS period ON period.period = sums.period
LEFT JOIN
(
    SELECT
        periods[dateDiff('day', first_day, facts.day) + 1] AS period,
        uniqExactIf(facts.seller_id, facts.orders > 0) AS selling,
        uniqUpToIf(4)(facts.seller_id, facts.successful_orders > 0) AS succeeding
    FROM market.seller_days AS facts
    WHERE facts.day >= first_day AND facts.day <= today
        AND $__conditionalAll(facts.district IN (${district:singlequote}), $district)
        AND $__conditionalAll(facts.commodity IN (${commodity:singlequote}), $commodity)
    GROUP BY period
) AS sellers ON sellers.period = sums.period
LEFT JOIN
(
    SELECT periods[dateDiff('day', first_day, facts.day_after) + 1] AS period, uniqUpTo(4)(facts.seller_id) AS succeeding
    FROM
    (
        SELECT seller_id, if(by_week, addDays(day, 364), addYears(day, 1)) AS day_after
        FROM market.seller_days
        WHERE successful_orders > 0
            AND day >= addDays(first_day, -366) AND day <= today
            AND $__conditionalAll(district IN (${district:singlequote}), $district)
            AND $__conditionalAll(commodity IN (${commodity:singlequote}), $commodity)
    ) AS facts
    WHERE facts.day_after BETWEEN first_day AND today
    GROUP BY period
) AS sellers_before ON sellers_before.period = sums.period
ORDER BY period.from_day DESC
