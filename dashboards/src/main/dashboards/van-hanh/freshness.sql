SELECT
    if(any(job.name) != '', any(job.name), fresh.job) AS job,
    if(any(topic.name) != '', any(topic.name), fresh.topic) AS topic,
    max(fresh.event_time) AS newest_event,
    max(fresh.ingested_at) AS ingested_at,
    max(fresh.queryable_at) AS queryable_at,
    greatest(0, dateDiff('second', max(fresh.ingested_at), now())) / 3600 AS silent_hours,
    greatest(0, dateDiff('millisecond', argMax(fresh.ingested_at, fresh.queryable_at), max(fresh.queryable_at))) / 1000 AS to_query_seconds,
    count() AS partitions
FROM market.freshness AS fresh
LEFT JOIN (SELECT code, if('${lang:raw}' = 'en', name_en, name_vi) AS name FROM market.words WHERE kind = 'job') AS job
    ON job.code = fresh.job
LEFT JOIN (SELECT code, if('${lang:raw}' = 'en', name_en, name_vi) AS name FROM market.words WHERE kind = 'topic') AS topic
    ON topic.code = fresh.topic
GROUP BY fresh.job, fresh.topic
ORDER BY fresh.topic DESC, fresh.job
