WITH connected AS (SELECT platform, successor, successor_name FROM market.connected_platforms)
SELECT
    toDateTime(dateTrunc('${grain:raw}', s.hour), 'Asia/Ho_Chi_Minh') AS time,
    c.successor_name AS platform_name,
    toFloat64(sum(s.delivered_gross)) / 1e6 AS value
FROM market.successes AS s
INNER JOIN connected AS c ON c.platform = s.platform
WHERE s.grouping = 'platform' AND s.hour >= dateTrunc('${grain:raw}', toTimeZone($__fromTime, 'Asia/Ho_Chi_Minh')) AND s.hour <= $__toTime
  AND $__conditionalAll(c.successor IN (${platform:singlequote}), $platform)
GROUP BY time, platform_name
ORDER BY time, platform_name
