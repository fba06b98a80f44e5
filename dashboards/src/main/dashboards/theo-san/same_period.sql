-- Only marketplaces that were connected when the same period of last year began can be compared; the sum over them is
-- the first row, so that a new marketplace is no growth.
WITH
    succeeded AS
    (
        SELECT
            s.platform AS platform,
            sumIf(s.delivered_orders, s.hour >= $__fromTime) AS successful_orders,
            toFloat64(sumIf(s.delivered_gross, s.hour >= $__fromTime)) / 1e6 AS value,
            sumIf(s.delivered_orders, s.hour <= addYears(least($__toTime, now()), -1)) AS successful_orders_before,
            toFloat64(sumIf(s.delivered_gross, s.hour <= addYears(least($__toTime, now()), -1))) / 1e6 AS value_before
        FROM market.successes AS s
        WHERE s.grouping = 'platform'
          AND ($__timeFilter(s.hour) OR (s.hour >= addYears($__fromTime, -1) AND s.hour <= addYears(least($__toTime, now()), -1)))
        GROUP BY platform
    ),
    compared AS
    (
        SELECT
            c.successor AS platform,
            any(c.successor_name) AS name,
            ifNull(min(c.comparable_from) <= toDate32(addYears($__fromTime, -1), 'Asia/Ho_Chi_Minh'), 0) AS was_connected,
            sum(s.successful_orders) AS successful_orders,
            sum(s.value) AS value,
            sum(s.successful_orders_before) AS successful_orders_before,
            sum(s.value_before) AS value_before
        FROM market.connected_platforms AS c
        LEFT JOIN succeeded AS s ON s.platform = c.platform
        WHERE $__conditionalAll(c.successor IN (${platform:singlequote}), $platform)
        GROUP BY platform
        HAVING successful_orders > 0 OR successful_orders_before > 0
    ),
    shown AS
    (
        SELECT
            0 AS turn,
            if('${lang:raw}' = 'vi', 'Các sàn đã kết nối ở cả hai kỳ', 'Marketplaces connected in both') AS platform_name,
            'BOTH' AS comparison,
            sum(c.successful_orders) AS successful_orders,
            sum(c.successful_orders_before) AS successful_orders_before,
            sum(c.value) AS value,
            sum(c.value_before) AS value_before
        FROM compared AS c
        WHERE c.was_connected
        HAVING count() > 0
        UNION ALL
        SELECT 1, name, if(was_connected, 'BOTH', 'NEW'), successful_orders, successful_orders_before, value, value_before
        FROM compared
    )
SELECT
    platform_name,
    comparison,
    successful_orders,
    if(comparison = 'BOTH', toNullable(successful_orders_before), NULL) AS successful_orders_before,
    value,
    if(comparison = 'BOTH', toNullable(value_before), NULL) AS value_before,
    if(comparison = 'BOTH' AND shown.successful_orders_before >= 30, toNullable(value / shown.value_before - 1), NULL) AS value_change
FROM shown
ORDER BY turn, value DESC, platform_name
