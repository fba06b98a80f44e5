-- The year up to the end of the period, whatever the period: a season is a matter of twelve months.
WITH
    sold AS
    (
        SELECT commodity, toMonth(hour) AS month, sum(s.delivered_orders) AS orders
        FROM market.successes AS s
        WHERE grouping = if($__conditionalAll(0, $district), 'commodity', 'district_commodity')
          AND hour > addYears(least($__toTime, now()), -1) AND hour <= $__toTime
          AND $__conditionalAll(district IN (${district:singlequote}), $district)
        GROUP BY commodity, month
    ),
    cells AS
    (
        SELECT
            calendar.commodity AS commodity,
            calendar.month AS month,
            concat(if(season.month > 0, '● ', ''), toString(sold.orders)) AS cell
        FROM
        (
            SELECT commodity, arrayJoin(range(1, 13)) AS month
            FROM (SELECT commodity FROM market.commodity_seasons GROUP BY commodity HAVING count() < 12)
        ) AS calendar
        LEFT JOIN market.commodity_seasons AS season
            ON season.commodity = calendar.commodity AND season.month = calendar.month
        LEFT JOIN sold ON sold.commodity = calendar.commodity AND sold.month = calendar.month
    )
SELECT
    cells.commodity AS commodity,
    any(if('${lang:raw}' = 'vi', c.name_vi, c.name_en)) AS commodity_name,
    anyIf(cell, month = 1) AS month_1,
    anyIf(cell, month = 2) AS month_2,
    anyIf(cell, month = 3) AS month_3,
    anyIf(cell, month = 4) AS month_4,
    anyIf(cell, month = 5) AS month_5,
    anyIf(cell, month = 6) AS month_6,
    anyIf(cell, month = 7) AS month_7,
    anyIf(cell, month = 8) AS month_8,
    anyIf(cell, month = 9) AS month_9,
    anyIf(cell, month = 10) AS month_10,
    anyIf(cell, month = 11) AS month_11,
    anyIf(cell, month = 12) AS month_12,
    if(any(c.season_source) LIKE 'own%', 'ESTIMATED', 'FOUND') AS season_source
FROM cells
LEFT JOIN market.commodities AS c ON c.code = cells.commodity
GROUP BY commodity
ORDER BY commodity_name
