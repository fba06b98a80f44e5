SELECT
    if(any(job.name) != '', any(job.name), entry.job) AS job,
    if(any(topic.name) != '', any(topic.name), entry.topic) AS topic,
    sum(entry.consumed) AS consumed,
    sum(entry.applied) AS applied,
    sum(entry.duplicate) AS duplicate,
    sum(entry.superseded) AS superseded,
    sum(entry.dead) AS dead,
    toInt64(consumed) - toInt64(applied) - toInt64(duplicate) - toInt64(superseded) - toInt64(dead) AS unaccounted,
    sum(entry.gaps) AS gaps
FROM market.ledger AS entry
LEFT JOIN (SELECT code, if('${lang:raw}' = 'en', name_en, name_vi) AS name FROM market.words WHERE kind = 'job') AS job
    ON job.code = entry.job
LEFT JOIN (SELECT code, if('${lang:raw}' = 'en', name_en, name_vi) AS name FROM market.words WHERE kind = 'topic') AS topic
    ON topic.code = entry.topic
WHERE $__timeFilter(entry.minute)
GROUP BY entry.job, entry.topic
ORDER BY entry.topic DESC, entry.job
