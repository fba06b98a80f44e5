SELECT
    known.set AS cell_set,
    toFloat64(abs(cells.gross - whole.gross)) + abs(toInt64(cells.lines) - toInt64(whole.lines)) AS difference
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
    WHERE $__timeFilter(hour)
    GROUP BY set
) AS cells ON cells.set = known.set
CROSS JOIN
(
    SELECT sum(lines) AS lines, sum(gross) AS gross
    FROM market.sales
    WHERE grouping = 'all' AND $__timeFilter(hour)
) AS whole
ORDER BY cell_set
