SELECT
    min(newest) AS as_of,
    greatest(0, dateDiff('minute', min(newest), now())) AS age_minutes
FROM
(
    SELECT job, max(event_time) AS newest
    FROM market.freshness
    WHERE topic = 'market.orders.v1'
    GROUP BY job
)
