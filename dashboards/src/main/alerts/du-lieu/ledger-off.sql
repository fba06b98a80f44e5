SELECT
    job,
    topic,
    abs(sum(toInt64(consumed) - toInt64(applied) - toInt64(duplicate) - toInt64(superseded) - toInt64(dead))) + sum(abs(gaps)) AS events
FROM market.ledger
WHERE $__timeFilter(minute)
GROUP BY job, topic
ORDER BY job, topic
