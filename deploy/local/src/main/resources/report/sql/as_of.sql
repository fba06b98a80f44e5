-- The job that is behind says how far the figures reach, and orders alone: accounts may be newer. No row: no order yet.
SELECT toUnixTimestamp64Milli(min(newest)) AS as_of
FROM
(
    SELECT job, max(event_time) AS newest
    FROM market.freshness
    WHERE topic = 'market.orders.v1'
    GROUP BY job
)
HAVING count() > 0
