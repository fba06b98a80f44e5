SELECT
    job.code AS job_code,
    any(job.name_vi) AS job,
    any(job.name_en) AS job_en,
    dateDiff('second', max(fresh.ingested_at), $__toTime) / 3600 AS hours
FROM (SELECT code, name_vi, name_en FROM market.words WHERE kind = 'job') AS job
LEFT JOIN market.freshness AS fresh ON fresh.job = job.code
GROUP BY job.code
ORDER BY job.code
