WITH
    succeeded AS
    (
        SELECT
            platform,
            sum(delivered_orders) AS orders,
            toFloat64(sum(delivered_gross)) AS value
        FROM market.successes
        WHERE grouping = 'platform' AND $__timeFilter(hour)
        GROUP BY platform
    )
SELECT
    uniqExactIf(c.successor, succeeded.orders > 0) AS platforms_selling,
    sum(succeeded.orders) AS successful_orders,
    sum(succeeded.value) / 1e6 AS value,
    if(successful_orders >= 30, toNullable(sum(succeeded.value) / successful_orders), NULL) AS value_per_order,
    if(successful_orders >= 30,
        toNullable(sumIf(succeeded.value, c.in_programme) / sum(succeeded.value)), NULL) AS programme_share
FROM market.connected_platforms AS c
LEFT JOIN succeeded ON succeeded.platform = c.platform
WHERE $__conditionalAll(c.successor IN (${platform:singlequote}), $platform)
