SELECT
    known.set AS cell_set,
    cells.lines AS lines,
    toFloat64(cells.gross) / 1e6 AS value,
    toInt64(cells.lines) - toInt64(whole.lines) AS lines_off,
    toFloat64(cells.gross - whole.gross) AS value_off
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
ORDER BY abs(value_off) DESC, abs(lines_off) DESC, cell_set
