-- What each ${dimension} comes to by the date of success.
SELECT
    ${dimension} AS id,
    sum(delivered_orders) AS transactions,
    sum(delivered_gross) AS value,
    sum(delivered_quantity_kg) AS quantity,
    sum(delivered_gross_kg) AS value_of_quantity
FROM market.successes
WHERE grouping = '${dimension}' AND hour >= ${start} AND hour < ${end}
GROUP BY id
HAVING transactions > 0
ORDER BY value DESC, id
