SELECT
    platform.name AS platform,
    any(silence.opened) AS silences,
    any(silence.open_since) AS open_since,
    max(sale.hour) AS newest_order_hour
FROM market.sales AS sale
INNER JOIN market.platforms AS platform ON platform.platform = sale.platform
LEFT JOIN
(
    SELECT subject, count() AS opened, maxIf(opened_at, state = 'OPEN') AS since, if(since > toDateTime64(0, 3), since, NULL) AS open_since
    FROM market.alerts
    WHERE rule = 'feed_silent' AND $__timeFilter(opened_at)
    GROUP BY subject
) AS silence ON silence.subject = sale.platform
WHERE sale.grouping = 'platform' AND sale.hour >= subtractDays($__toTime, 60) AND sale.hour <= $__toTime
GROUP BY platform.name
ORDER BY platform.name
