WITH
    cells AS
    (
        SELECT
            toDateTime(dateTrunc('${grain:raw}', hour), 'Asia/Ho_Chi_Minh') AS time,
            commodity,
            toFloat64(sum(delivered_gross)) / 1e6 AS value
        FROM market.successes
        WHERE grouping = if($__conditionalAll(0, $district), 'commodity', 'district_commodity') AND hour >= dateTrunc('${grain:raw}', toTimeZone($__fromTime, 'Asia/Ho_Chi_Minh')) AND hour <= $__toTime
          AND $__conditionalAll(district IN (${district:singlequote}), $district)
          AND $__conditionalAll(commodity IN (${commodity:singlequote}), $commodity)
        GROUP BY time, commodity
    ),
    -- More than a handful of colours cannot be told apart: the rest is one.
    shown AS
    (
        SELECT commodity FROM cells GROUP BY commodity ORDER BY sum(value) DESC, commodity LIMIT 6
    )
SELECT
    cells.time AS time,
    multiIf(
        cells.commodity NOT IN (SELECT commodity FROM shown),
            if('${lang:raw}' = 'vi', 'Mặt hàng còn lại', 'Other commodities'),
        c.code = '', cells.commodity,
        '${lang:raw}' = 'vi', c.name_vi,
        c.name_en) AS commodity_name,
    sum(cells.value) AS value
FROM cells
LEFT JOIN market.commodities AS c ON c.code = cells.commodity
GROUP BY time, commodity_name
ORDER BY time, commodity_name
