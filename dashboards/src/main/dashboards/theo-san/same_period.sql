-- Only marketplaces that were connected when the same period of last year began can be compared; the sum over them is
-- the first row, so that a new marketplace is no growth.
WITH
    families AS
    (
        SELECT
            c.successor AS platform,
            any(c.successor_name) AS name,
            min(c.connected_from) AS connected_from
        FROM market.connected_platforms AS c
        GROUP BY platform
    ),
    succeeded AS
    (
        SELECT
            c.successor AS platform,
            sumIf(s.delivered_orders, s.hour >= $__fromTime) AS successful_orders,
            toFloat64(sumIf(s.delivered_gross, s.hour >= $__fromTime)) / 1e6 AS value,
            sumIf(s.delivered_orders, s.hour <= addYears($__toTime, -1)) AS successful_orders_before,
            toFloat64(sumIf(s.delivered_gross, s.hour <= addYears($__toTime, -1))) / 1e6 AS value_before
        FROM market.successes AS s
        INNER JOIN (SELECT platform, successor FROM market.connected_platforms) AS c ON c.platform = s.platform
        WHERE s.grouping = 'platform'
          AND ($__timeFilter(s.hour) OR (s.hour >= addYears($__fromTime, -1) AND s.hour <= addYears($__toTime, -1)))
        GROUP BY platform
    ),
    compared AS
    (
        SELECT
            f.platform AS platform,
            f.name AS name,
            ifNull(f.connected_from <= toDate(addYears($__fromTime, -1), 'Asia/Ho_Chi_Minh'), 0) AS was_connected,
            s.successful_orders AS successful_orders,
            s.value AS value,
            s.successful_orders_before AS successful_orders_before,
            s.value_before AS value_before
        FROM succeeded AS s
        INNER JOIN families AS f ON f.platform = s.platform
        WHERE $__conditionalAll(f.platform IN (${platform:singlequote}), $platform)
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
