SELECT
    if(any(topic.name) != '', any(topic.name), entry.topic) AS topic,
    entry.partition AS partition,
    maxIf(entry.last_offset, entry.job = 'sales') AS sales_offset,
    maxIf(entry.last_offset, entry.job = 'sellers') AS sellers_offset,
    greatest(sales_offset, sellers_offset) - sales_offset AS sales_behind,
    greatest(sales_offset, sellers_offset) - sellers_offset AS sellers_behind
FROM market.ledger AS entry
LEFT JOIN (SELECT code, if('${lang:raw}' = 'en', name_en, name_vi) AS name FROM market.words WHERE kind = 'topic') AS topic
    ON topic.code = entry.topic
WHERE $__timeFilter(entry.minute)
GROUP BY entry.topic, entry.partition
ORDER BY entry.topic DESC, entry.partition
