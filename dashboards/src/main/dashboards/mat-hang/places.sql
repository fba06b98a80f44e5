-- A price over several commodities would say nothing.
WITH succeeded AS
(
    SELECT
        district,
        sum(delivered_orders) AS successful_orders,
        toFloat64(sum(delivered_gross)) / 1e6 AS value,
        toFloat64(sum(delivered_quantity_kg)) AS kg,
        toFloat64(sum(delivered_gross_kg)) AS value_of_kg,
        toFloat64(sum(delivered_quantity_pieces)) AS pieces,
        sum(delivered_lines - lines_unconverted) AS price_lines
    FROM market.successes
    WHERE grouping = if($__conditionalAll(0, $commodity), 'district', 'district_commodity') AND $__timeFilter(hour)
      AND $__conditionalAll(district IN (${district:singlequote}), $district)
      AND $__conditionalAll(commodity IN (${commodity:singlequote}), $commodity)
    GROUP BY district
)
SELECT
    succeeded.district AS district,
    if('${lang:raw}' = 'vi', p.name_vi, p.name_en) AS place_name,
    succeeded.successful_orders AS successful_orders,
    succeeded.value AS value,
    succeeded.kg / 1e3 AS tonnes,
    succeeded.pieces AS pieces,
    if(succeeded.price_lines >= 30 AND NOT $__conditionalAll(0, $commodity), toNullable(succeeded.value_of_kg / succeeded.kg), NULL) AS price,
    succeeded.price_lines AS price_lines
FROM succeeded
LEFT JOIN (SELECT place, name_vi, name_en FROM market.places WHERE boundary = 'district') AS p ON p.place = succeeded.district
WHERE succeeded.successful_orders > 0
ORDER BY value DESC, place_name
