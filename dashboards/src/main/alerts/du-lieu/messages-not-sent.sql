SELECT
    message.state AS state_code,
    if(any(word.name_vi) != '', any(word.name_vi), message.state) AS state,
    if(any(word.name_en) != '', any(word.name_en), message.state) AS state_en,
    count() AS messages
FROM market.notifications AS message
LEFT JOIN (SELECT code, name_vi, name_en FROM market.words WHERE kind = 'notification_state') AS word
    ON word.code = message.state
WHERE message.state IN ('PENDING', 'REFUSED')
    AND message.changed_at >= $__fromTime AND message.changed_at <= $__toTime - INTERVAL 1 HOUR
GROUP BY message.state
ORDER BY message.state
