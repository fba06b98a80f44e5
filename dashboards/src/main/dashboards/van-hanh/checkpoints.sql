SELECT
    if(any(job.name) != '', any(job.name), fresh.job) AS job,
    max(fresh.queryable_at) AS committed_at,
    greatest(0, dateDiff('second', max(fresh.queryable_at), now())) / 3600 AS hours_ago,
    max(fresh.ingested_at) AS covers_until
FROM market.freshness AS fresh
LEFT JOIN (SELECT code, if('${lang:raw}' = 'en', name_en, name_vi) AS name FROM market.words WHERE kind = 'job') AS job
    ON job.code = fresh.job
GROUP BY fresh.job
ORDER BY fresh.job
