SELECT
    cells.set AS cell_set,
    toFloat64(abs(cells.gross - whole.gross)) + abs(toInt64(cells.lines) - toInt64(whole.lines)) AS difference
FROM
(
    SELECT grouping AS set, sum(lines) AS lines, sum(gross) AS gross
    FROM market.sales
    WHERE $__timeFilter(hour)
    GROUP BY set
) AS cells
CROSS JOIN
(
    SELECT sum(lines) AS lines, sum(gross) AS gross
    FROM market.sales
    WHERE grouping = 'all' AND $__timeFilter(hour)
) AS whole
ORDER BY cell_set
