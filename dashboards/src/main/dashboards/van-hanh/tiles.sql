SELECT
    ledger.unaccounted AS unaccounted,
    ledger.gaps AS gaps,
    letters.waiting AS dead_letters,
    letters.wrong_clock AS wrong_clock,
    (SELECT count() FROM market.refused_rows) AS refused_rows,
    (
        SELECT count()
        FROM market.alerts
        WHERE rule = 'feed_silent' AND state = 'OPEN'
    ) AS silent_platforms,
    (SELECT countIf(state IN ('PENDING', 'REFUSED')) FROM market.notifications) AS unsent
FROM
(
    SELECT sum(toInt64(consumed) - toInt64(applied) - toInt64(duplicate) - toInt64(superseded) - toInt64(dead)) AS unaccounted, sum(gaps) AS gaps
    FROM market.ledger
    WHERE $__timeFilter(minute)
) AS ledger
CROSS JOIN
(
    SELECT countIf(replayed_at IS NULL) AS waiting, countIf(replayed_at IS NULL AND reason = 'IN_THE_FUTURE') AS wrong_clock
    FROM market.dead_letters
    WHERE reason != 'REFUSED_BY_CLICKHOUSE'
) AS letters
