SELECT
    letter.topic AS topic_code,
    letter.reason AS reason_code,
    if(any(topic.name_vi) != '', any(topic.name_vi), letter.topic) AS topic,
    if(any(topic.name_en) != '', any(topic.name_en), letter.topic) AS topic_en,
    if(any(reason.name_vi) != '', any(reason.name_vi), letter.reason) AS reason,
    if(any(reason.name_en) != '', any(reason.name_en), letter.reason) AS reason_en,
    count() AS letters
FROM market.dead_letters AS letter
LEFT JOIN (SELECT code, name_vi, name_en FROM market.words WHERE kind = 'topic') AS topic ON topic.code = letter.topic
LEFT JOIN (SELECT code, name_vi, name_en FROM market.words WHERE kind = 'dead_letter_reason') AS reason
    ON reason.code = letter.reason
WHERE letter.replayed_at IS NULL AND $__timeFilter(letter.first_seen)
GROUP BY letter.topic, letter.reason
ORDER BY letter.topic, letter.reason
