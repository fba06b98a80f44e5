SELECT
    job.code AS job,
    dateDiff('second', max(fresh.ingested_at), $__toTime) / 3600 AS hours
FROM (SELECT code FROM market.words WHERE kind = 'job') AS job
LEFT JOIN market.freshness AS fresh ON fresh.job = job.code
GROUP BY job.code
ORDER BY job
