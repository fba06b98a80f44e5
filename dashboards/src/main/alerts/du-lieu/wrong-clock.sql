SELECT
    letter.topic AS topic_code,
    if(any(topic.name_vi) != '', any(topic.name_vi), letter.topic) AS topic,
    if(any(topic.name_en) != '', any(topic.name_en), letter.topic) AS topic_en,
    count() AS letters
FROM market.dead_letters AS letter
LEFT JOIN (SELECT code, name_vi, name_en FROM market.words WHERE kind = 'topic') AS topic ON topic.code = letter.topic
WHERE letter.reason = 'IN_THE_FUTURE' AND letter.replayed_at IS NULL AND $__timeFilter(letter.first_seen)
GROUP BY letter.topic
ORDER BY letter.topic
