SELECT toDate32(hour) AS day, sum(delivered_orders) AS transactions
FROM market.successes
WHERE grouping = 'all' AND hour >= ${start} AND hour < ${end}
GROUP BY day
ORDER BY day
