SELECT
    $__timeInterval(minute) AS time,
    sumIf(consumed, topic = 'market.orders.v1') AS orders,
    sumIf(consumed, topic = 'market.accounts.v1') AS accounts,
    sumIf(consumed, topic = 'market.listings.v1') AS listings
FROM market.ledger
WHERE job = 'sales' AND $__timeFilter(minute)
GROUP BY time
ORDER BY time
