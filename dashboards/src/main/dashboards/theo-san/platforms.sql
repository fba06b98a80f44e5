-- A marketplace that became another counts with its successor.
WITH
    families AS
    (
        SELECT
            c.successor AS platform,
            any(c.successor_name) AS name,
            arrayStringConcat(groupArrayIf(c.name, c.platform != c.successor), ', ') AS formerly,
            max(c.in_programme) AS in_programme,
            min(c.connected_from) AS connected_from,
            argMin(c.is_stated, c.connected_from) AS is_stated
        FROM market.connected_platforms AS c
        GROUP BY platform
    ),
    members AS
    (
        SELECT platform, successor FROM market.connected_platforms
    ),
    placed AS
    (
        SELECT
            m.successor AS platform,
            sum(s.orders) AS orders,
            sum(s.cancelled_orders) AS cancelled_orders,
            sumIf(s.orders, s.hour < now() - INTERVAL 30 DAY) AS settled_orders,
            sumIf(s.delivered_orders, s.hour < now() - INTERVAL 30 DAY) AS settled_delivered
        FROM market.sales AS s
        INNER JOIN members AS m ON m.platform = s.platform
        WHERE s.grouping = 'platform' AND $__timeFilter(s.hour)
        GROUP BY platform
    ),
    succeeded AS
    (
        SELECT
            m.successor AS platform,
            sum(s.delivered_orders) AS successful_orders,
            toFloat64(sum(s.delivered_gross)) AS value,
            sum(s.returned_orders) AS returned_orders
        FROM market.successes AS s
        INNER JOIN members AS m ON m.platform = s.platform
        WHERE s.grouping = 'platform' AND $__timeFilter(s.hour)
        GROUP BY platform
    ),
    shops AS
    (
        SELECT m.successor AS platform, uniqExact(s.seller_id) AS shops
        FROM market.seller_shops AS s
        INNER JOIN members AS m ON m.platform = s.platform
        GROUP BY platform
    ),
    listed AS
    (
        SELECT
            m.successor AS platform,
            uniqExact(l.seller_id, l.product_id) AS products,
            uniqExactIf(l.ocop_certificate, l.ocop_certificate != '' AND l.ocop_valid_to >= toDate32(now('Asia/Ho_Chi_Minh'))) AS ocop_products
        FROM market.listings AS l
        INNER JOIN members AS m ON m.platform = l.platform
        WHERE l.withdrawn_at IS NULL
        GROUP BY platform
    )
SELECT
    f.platform AS platform,
    f.name AS platform_name,
    f.formerly AS formerly,
    if(f.in_programme, 'YES', 'NO') AS in_programme,
    f.connected_from AS connected_from,
    if(f.is_stated, 'STATED', 'FIRST_ORDER') AS connected_by,
    shops.shops AS shops,
    listed.products AS products,
    listed.ocop_products AS ocop_products,
    placed.orders AS orders,
    succeeded.successful_orders AS successful_orders,
    succeeded.value / 1e6 AS value,
    succeeded.value / nullIf(sum(succeeded.value) OVER (), 0) AS value_share,
    if(succeeded.successful_orders >= 30, toNullable(succeeded.value / succeeded.successful_orders), NULL) AS value_per_order,
    if(placed.settled_orders >= 30, toNullable(placed.settled_delivered / placed.settled_orders), NULL) AS success_rate,
    concat(toString(placed.settled_delivered), '/', toString(placed.settled_orders)) AS success_parts,
    placed.cancelled_orders AS cancelled_orders,
    succeeded.returned_orders AS returned_orders
FROM families AS f
LEFT JOIN placed ON placed.platform = f.platform
LEFT JOIN succeeded ON succeeded.platform = f.platform
LEFT JOIN shops ON shops.platform = f.platform
LEFT JOIN listed ON listed.platform = f.platform
WHERE $__conditionalAll(f.platform IN (${platform:singlequote}), $platform)
  AND (f.connected_from IS NOT NULL OR shops.shops > 0)
ORDER BY value DESC, platform_name
