SELECT
    first_seen,
    if(word.name != '', word.name, letter.reason) AS reason,
    topic,
    if(file != '', concat(file, ':', toString(offset)), concat(toString(partition), ':', toString(offset))) AS position,
    attempts,
    detail
FROM market.dead_letters AS letter
LEFT JOIN (SELECT code, if('${lang:raw}' = 'en', name_en, name_vi) AS name FROM market.words WHERE kind = 'dead_letter_reason') AS word
    ON word.code = letter.reason
WHERE replayed_at IS NULL AND $__timeFilter(first_seen)
ORDER BY first_seen DESC, topic, position
LIMIT 50
