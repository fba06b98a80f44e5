SELECT
    min(newest) AS as_of,
    multiIf(
        silent > 0 AND '${lang:raw}' = 'en', concat('▲ silent marketplaces: ', toString(silent)),
        silent > 0, concat('▲ ', toString(silent), ' sàn ngừng gửi'),
        as_of < now() - INTERVAL 12 HOUR, if('${lang:raw}' = 'en', '▲ nothing new for 12 hours', '▲ quá 12 giờ không có đơn mới'),
        '${lang:raw}' = 'en', '✔ all marketplaces send',
        '✔ các sàn đều gửi') AS feeds
FROM
(
    SELECT
        job,
        max(event_time) AS newest,
        (SELECT uniqExact(subject) FROM market.alerts WHERE rule = 'feed_silent' AND state = 'OPEN') AS silent
    FROM market.freshness
    WHERE topic = 'market.orders.v1'
    GROUP BY job
)
GROUP BY silent
