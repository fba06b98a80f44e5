WITH
    cells AS
    (
        SELECT
            toDateTime(toStartOfMonth(hour), 'Asia/Ho_Chi_Minh') AS time,
            commodity,
            toFloat64(sum(delivered_gross_kg)) AS value_of_kg,
            toFloat64(sum(delivered_quantity_kg)) AS kg,
            sum(delivered_lines - lines_unconverted) AS price_lines
        FROM market.successes
        WHERE grouping = if($__conditionalAll(0, $district), 'commodity', 'district_commodity') AND $__timeFilter(hour)
          AND $__conditionalAll(district IN (${district:singlequote}), $district)
          AND $__conditionalAll(commodity IN (${commodity:singlequote}), $commodity)
        GROUP BY time, commodity
    ),
    shown AS
    (
        SELECT commodity FROM cells GROUP BY commodity ORDER BY sum(value_of_kg) DESC, commodity LIMIT 5
    )
SELECT
    cells.time AS time,
    multiIf(c.code = '', cells.commodity, '${lang:raw}' = 'vi', c.name_vi, c.name_en) AS commodity_name,
    cells.value_of_kg / cells.kg AS price
FROM cells
LEFT JOIN market.commodities AS c ON c.code = cells.commodity
WHERE cells.commodity IN (SELECT commodity FROM shown) AND cells.price_lines >= 30
ORDER BY time, commodity_name
