SELECT
    any(if('${lang:raw}' = 'en', kind.name_en, kind.name_vi)) AS kind,
    any(if('${lang:raw}' = 'en', state.name_en, state.name_vi)) AS state,
    countIf(message.message_id != '') AS messages,
    nullIf(maxIf(message.changed_at, message.message_id != ''), toDateTime64(0, 3)) AS newest
FROM (SELECT code, name_vi, name_en FROM market.words WHERE kind = 'notification_kind') AS kind
CROSS JOIN (SELECT code, name_vi, name_en FROM market.words WHERE kind = 'notification_state') AS state
LEFT JOIN
(
    SELECT message_id, kind, state, changed_at
    FROM market.notifications
    WHERE $__timeFilter(changed_at)
) AS message ON message.kind = kind.code AND message.state = state.code
GROUP BY kind.code, state.code
ORDER BY kind.code DESC, indexOf(['SENT', 'PENDING', 'REFUSED', 'EXPIRED'], state.code)
