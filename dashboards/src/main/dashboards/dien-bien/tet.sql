SELECT
    multiIf(
        '${lang:raw}' = 'en' AND week < 0, concat(toString(-week), ' before'),
        '${lang:raw}' = 'en' AND week = 0, 'Tết',
        '${lang:raw}' = 'en', concat(toString(week), ' after'),
        week < 0, concat(toString(-week), ' trước'),
        week = 0, 'Tuần Tết',
        concat(toString(week), ' sau')) AS week_of_tet,
    nullIf(sumIf(orders, year = newest_year - 1), 0) AS orders_before,
    nullIf(sumIf(orders, year = newest_year), 0) AS orders_newest
FROM
(
    SELECT
        tet.year AS year,
        toInt32(floor(dateDiff('day', tet.tet_from, facts.day) / 7)) AS week,
        sum(facts.orders) AS orders,
        max(tet.year) OVER () AS newest_year
    FROM
    (
        SELECT toDate32(hour) AS day, orders
        FROM market.sales
        WHERE grouping = 'all'
            AND hour >= addYears($__toTime, -3) AND hour <= $__toTime
    ) AS facts
    CROSS JOIN market.lunar_days AS tet
    WHERE facts.day BETWEEN addDays(tet.tet_from, -56) AND addDays(tet.tet_from, 41)
    GROUP BY year, week
)
GROUP BY week
ORDER BY week
