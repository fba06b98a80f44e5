SELECT
    known.set AS cell_set,
    toFloat64(abs(cells.gross - facts.gross)) + abs(toInt64(cells.lines) - toInt64(facts.lines)) AS difference
FROM
(
    -- Every grouping set there is, so that one without any row is seen.
    SELECT arrayJoin([
        'all', 'platform', 'province', 'district', 'commune', 'commodity', 'cooperative', 'seller_type',
        'district_commodity', 'district_cooperative', 'commune_commodity', 'commodity_cooperative']) AS set
) AS known
LEFT JOIN
(
    SELECT grouping AS set, sum(lines) AS lines, sum(gross) AS gross
    FROM market.sales
    WHERE hour >= $__fromTime AND hour <= $__toTime
    GROUP BY set
) AS cells ON cells.set = known.set
CROSS JOIN
(
    SELECT count() AS lines, sum(gross) AS gross
    FROM market.order_lines
    WHERE origin != 'INTERNAL' AND toStartOfHour(order_placed_at) >= $__fromTime AND toStartOfHour(order_placed_at) <= $__toTime
) AS facts
ORDER BY cell_set
