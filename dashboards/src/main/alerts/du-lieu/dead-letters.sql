SELECT
    topic,
    reason,
    count() AS letters
FROM market.dead_letters
WHERE replayed_at IS NULL AND $__timeFilter(first_seen)
GROUP BY topic, reason
ORDER BY topic, reason
