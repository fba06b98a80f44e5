-- The twelve months up to the end of the period against what the owners say they can supply in a year's months.
WITH
    offered AS
    (
        SELECT s.commodity AS commodity, toFloat64(sum(s.kg)) / 1e3 AS tonnes, uniqExact(s.owner) AS owners
        FROM market.supply_capacity AS s
        LEFT JOIN
        (
            SELECT cooperative_id AS owner, district FROM market.cooperatives
            UNION ALL
            SELECT seller_id, district FROM market.sellers WHERE seller_id IN (SELECT owner FROM market.supply_capacity)
        ) AS o ON o.owner = s.owner
        WHERE $__conditionalAll(o.district IN (${district:singlequote}), $district)
        GROUP BY commodity
    ),
    sold AS
    (
        SELECT commodity, toFloat64(sum(delivered_quantity_kg)) / 1e3 AS tonnes
        FROM market.successes
        WHERE grouping = if($__conditionalAll(0, $district), 'commodity', 'district_commodity')
          AND hour > addYears(least($__toTime, now()), -1) AND hour <= $__toTime
          AND $__conditionalAll(district IN (${district:singlequote}), $district)
        GROUP BY commodity
    )
SELECT
    offered.commodity AS commodity,
    if('${lang:raw}' = 'vi', c.name_vi, c.name_en) AS commodity_name,
    offered.owners AS owners,
    offered.tonnes AS supply_tonnes,
    sold.tonnes AS sold_tonnes,
    sold.tonnes / nullIf(offered.tonnes, 0) AS sold_share
FROM offered
LEFT JOIN sold ON sold.commodity = offered.commodity
LEFT JOIN market.commodities AS c ON c.code = offered.commodity
WHERE c.base_unit = 'kg' AND $__conditionalAll(offered.commodity IN (${commodity:singlequote}), $commodity)
ORDER BY supply_tonnes DESC, commodity
