SELECT
    state,
    count() AS messages
FROM market.notifications
WHERE state IN ('PENDING', 'REFUSED')
    AND changed_at >= $__fromTime AND changed_at <= $__toTime - INTERVAL 1 HOUR
GROUP BY state
ORDER BY state
