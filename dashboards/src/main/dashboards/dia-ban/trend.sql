WITH
    cells AS
    (
        SELECT
            toDateTime(dateTrunc('${grain:raw}', hour), 'Asia/Ho_Chi_Minh') AS time,
            if('${boundary:raw}' = 'district', district, commune) AS place,
            sum(delivered_orders) AS successful_orders
        FROM market.successes
        WHERE grouping = '${boundary:raw}' AND hour >= dateTrunc('${grain:raw}', toTimeZone($__fromTime, 'Asia/Ho_Chi_Minh')) AND hour <= $__toTime
        GROUP BY time, place
    ),
    -- More than a handful of colours cannot be told apart: the rest is one.
    shown AS
    (
        SELECT place
        FROM cells
        WHERE place NOT IN ('mixed', 'unknown', '(none)')
          AND ('${boundary:raw}' = 'commune' OR $__conditionalAll(place IN (${district:singlequote}), $district))
          AND ('${boundary:raw}' = 'district' OR $__conditionalAll(place IN (${commune:singlequote}), $commune))
        GROUP BY place
        ORDER BY sum(successful_orders) DESC, place
        LIMIT 5
    )
SELECT
    cells.time AS time,
    if(cells.place IN (SELECT place FROM shown),
        if('${lang:raw}' = 'vi', p.name_vi, p.name_en),
        if('${lang:raw}' = 'vi', 'Các nơi khác', 'Other places')) AS place_name,
    sum(cells.successful_orders) AS successful_orders
FROM cells
LEFT JOIN (SELECT place, name_vi, name_en FROM market.places WHERE boundary = '${boundary:raw}') AS p ON p.place = cells.place
WHERE ('${boundary:raw}' = 'commune' OR $__conditionalAll(cells.place IN (${district:singlequote}), $district))
  AND ('${boundary:raw}' = 'district' OR $__conditionalAll(cells.place IN (${commune:singlequote}), $commune))
GROUP BY time, place_name
ORDER BY time, place_name
