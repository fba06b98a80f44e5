WITH
    succeeded AS
    (
        SELECT
            commodity,
            sum(delivered_orders) AS successful_orders,
            toFloat64(sum(delivered_gross)) / 1e6 AS value,
            toFloat64(sum(delivered_quantity_kg)) / 1e3 AS tonnes,
            toFloat64(sum(delivered_quantity_pieces)) AS pieces
        FROM market.successes
        WHERE grouping = multiIf(
                '${boundary:raw}' = 'district' AND $__conditionalAll(0, $district), 'commodity',
                '${boundary:raw}' = 'commune' AND $__conditionalAll(0, $commune), 'commodity',
                '${boundary:raw}_commodity')
          AND $__timeFilter(hour)
          AND ('${boundary:raw}' = 'commune' OR $__conditionalAll(district IN (${district:singlequote}), $district))
          AND ('${boundary:raw}' = 'district' OR $__conditionalAll(commune IN (${commune:singlequote}), $commune))
        GROUP BY commodity
    ),
    selling AS
    (
        SELECT commodity, uniqExact(seller_id) AS sellers
        FROM market.seller_days
        WHERE day >= toDate($__fromTime, 'Asia/Ho_Chi_Minh') AND day <= toDate($__toTime, 'Asia/Ho_Chi_Minh')
          AND orders > 0
          AND ('${boundary:raw}' = 'commune' OR $__conditionalAll(district IN (${district:singlequote}), $district))
          AND ('${boundary:raw}' = 'district' OR $__conditionalAll(commune IN (${commune:singlequote}), $commune))
        GROUP BY commodity
    )
SELECT
    succeeded.commodity AS commodity,
    multiIf(c.code = '', succeeded.commodity, '${lang:raw}' = 'vi', c.name_vi, c.name_en) AS commodity_name,
    selling.sellers AS selling_sellers,
    succeeded.successful_orders AS successful_orders,
    succeeded.value AS value,
    succeeded.value / nullIf(sum(succeeded.value) OVER (), 0) AS value_share,
    succeeded.tonnes AS tonnes,
    succeeded.pieces AS pieces
FROM succeeded
LEFT JOIN selling ON selling.commodity = succeeded.commodity
LEFT JOIN market.commodities AS c ON c.code = succeeded.commodity
WHERE succeeded.successful_orders > 0
ORDER BY value DESC, commodity
