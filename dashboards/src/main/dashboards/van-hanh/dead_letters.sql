SELECT
    any(if('${lang:raw}' = 'en', word.name_en, word.name_vi)) AS reason,
    word.code AS code,
    countIf(letter.topic != '') AS letters,
    countIf(letter.topic != '' AND letter.replayed_at IS NULL) AS waiting,
    nullIf(maxIf(letter.first_seen, letter.topic != ''), toDateTime64(0, 3)) AS newest
FROM (SELECT code, name_vi, name_en FROM market.words WHERE kind = 'dead_letter_reason') AS word
LEFT JOIN
(
    SELECT reason, CAST(topic AS String) AS topic, first_seen, replayed_at
    FROM market.dead_letters
    WHERE $__timeFilter(first_seen)
) AS letter ON letter.reason = word.code
GROUP BY word.code
ORDER BY letters DESC, word.code
