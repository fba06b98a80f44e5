WITH
    succeeded AS
    (
        SELECT
            uniqExactIf(commodity, delivered_orders > 0 AND commodity NOT IN ('unknown', '(none)')) AS commodities,
            toFloat64(sum(s.delivered_gross)) / 1e6 AS value,
            toFloat64(sum(s.delivered_quantity_kg)) / 1e3 AS tonnes,
            toFloat64(sum(s.delivered_quantity_pieces)) AS pieces
        FROM market.successes AS s
        WHERE grouping = if($__conditionalAll(0, $district), 'commodity', 'district_commodity') AND $__timeFilter(hour)
          AND $__conditionalAll(district IN (${district:singlequote}), $district)
          AND $__conditionalAll(commodity IN (${commodity:singlequote}), $commodity)
    ),
    -- An order of two commodities is one order: taken from a set that knows no commodity unless one is chosen.
    counted AS
    (
        SELECT sum(delivered_orders) AS successful_orders
        FROM market.successes
        WHERE grouping = multiIf(
                $__conditionalAll(0, $commodity) AND $__conditionalAll(0, $district), 'all',
                $__conditionalAll(0, $commodity), 'district',
                $__conditionalAll(0, $district), 'commodity',
                'district_commodity')
          AND $__timeFilter(hour)
          AND $__conditionalAll(district IN (${district:singlequote}), $district)
          AND $__conditionalAll(commodity IN (${commodity:singlequote}), $commodity)
    )
SELECT
    succeeded.commodities AS commodities,
    counted.successful_orders AS successful_orders,
    succeeded.value AS value,
    succeeded.tonnes AS tonnes,
    succeeded.pieces AS pieces
FROM succeeded CROSS JOIN counted
