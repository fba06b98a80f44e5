SELECT
    $__timeInterval(minute) AS time,
    sum(duplicate) AS duplicate,
    sum(superseded) AS superseded,
    sum(dead) AS dead
FROM market.ledger
WHERE job = 'sales' AND $__timeFilter(minute)
GROUP BY time
ORDER BY time
