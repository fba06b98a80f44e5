SELECT
    entry.job AS job_code,
    entry.topic AS topic_code,
    if(any(job.name_vi) != '', any(job.name_vi), entry.job) AS job,
    if(any(job.name_en) != '', any(job.name_en), entry.job) AS job_en,
    if(any(topic.name_vi) != '', any(topic.name_vi), entry.topic) AS topic,
    if(any(topic.name_en) != '', any(topic.name_en), entry.topic) AS topic_en,
    abs(sum(toInt64(consumed) - toInt64(applied) - toInt64(duplicate) - toInt64(superseded) - toInt64(dead))) + sum(abs(gaps)) AS events
FROM market.ledger AS entry
LEFT JOIN (SELECT code, name_vi, name_en FROM market.words WHERE kind = 'job') AS job ON job.code = entry.job
LEFT JOIN (SELECT code, name_vi, name_en FROM market.words WHERE kind = 'topic') AS topic ON topic.code = entry.topic
WHERE $__timeFilter(entry.minute)
GROUP BY entry.job, entry.topic
ORDER BY entry.job, entry.topic
