-- A marketplace that became another counts with its successor.
WITH
    placed AS
    (
        SELECT
            platform,
            sum(s.orders) AS orders,
            sum(s.cancelled_orders) AS cancelled_orders,
            sumIf(s.orders, s.hour < now() - INTERVAL 30 DAY) AS settled_orders,
            sumIf(s.delivered_orders, s.hour < now() - INTERVAL 30 DAY) AS settled_delivered
        FROM market.sales AS s
        WHERE s.grouping = 'platform' AND $__timeFilter(s.hour)
        GROUP BY platform
    ),
    succeeded AS
    (
        SELECT
            platform,
            sum(s.delivered_orders) AS successful_orders,
            toFloat64(sum(s.delivered_gross)) AS value,
            sum(s.returned_orders) AS returned_orders
        FROM market.successes AS s
        WHERE s.grouping = 'platform' AND $__timeFilter(s.hour)
        GROUP BY platform
    ),
    opened AS
    (
        SELECT platform, uniqExactState(seller_id) AS shops
        FROM market.seller_shops
        GROUP BY platform
    ),
    listed AS
    (
        SELECT
            platform,
            uniqExactState(seller_id, product_id) AS products,
            uniqExactStateIf(
                ocop_certificate,
                ocop_certificate != '' AND ocop_valid_to >= toDate32(now('Asia/Ho_Chi_Minh'))) AS ocop_products
        FROM market.listings
        WHERE withdrawn_at IS NULL
        GROUP BY platform
    ),
    families AS
    (
        SELECT
            c.successor AS platform,
            any(c.successor_name) AS platform_name,
            arrayStringConcat(groupArrayIf(c.name, c.platform != c.successor), ', ') AS formerly,
            max(c.in_programme) AS in_programme,
            min(c.connected_from) AS connected_from,
            argMin(c.is_stated, c.connected_from) AS is_stated,
            uniqExactMerge(opened.shops) AS shops,
            uniqExactMerge(listed.products) AS products,
            uniqExactMerge(listed.ocop_products) AS ocop_products,
            sum(placed.orders) AS orders,
            sum(placed.cancelled_orders) AS cancelled_orders,
            sum(placed.settled_orders) AS settled_orders,
            sum(placed.settled_delivered) AS settled_delivered,
            sum(succeeded.successful_orders) AS successful_orders,
            sum(succeeded.value) AS value,
            sum(succeeded.returned_orders) AS returned_orders
        FROM market.connected_platforms AS c
        LEFT JOIN placed ON placed.platform = c.platform
        LEFT JOIN succeeded ON succeeded.platform = c.platform
        LEFT JOIN opened ON opened.platform = c.platform
        LEFT JOIN listed ON listed.platform = c.platform
        WHERE $__conditionalAll(c.successor IN (${platform:singlequote}), $platform)
        GROUP BY platform
    )
SELECT
    f.platform AS platform,
    f.platform_name AS platform_name,
    f.formerly AS formerly,
    if(f.in_programme, 'YES', 'NO') AS in_programme,
    f.connected_from AS connected_from,
    if(f.is_stated, 'STATED', 'FIRST_ORDER') AS connected_by,
    f.shops AS shops,
    f.products AS products,
    f.ocop_products AS ocop_products,
    f.orders AS orders,
    f.successful_orders AS successful_orders,
    f.value / 1e6 AS value,
    f.value / nullIf(sum(f.value) OVER (), 0) AS value_share,
    if(f.successful_orders >= 30, toNullable(f.value / f.successful_orders), NULL) AS value_per_order,
    if(f.settled_orders >= 30, toNullable(f.settled_delivered / f.settled_orders), NULL) AS success_rate,
    concat(toString(f.settled_delivered), '/', toString(f.settled_orders)) AS success_parts,
    f.cancelled_orders AS cancelled_orders,
    f.returned_orders AS returned_orders
FROM families AS f
WHERE f.connected_from IS NOT NULL OR f.shops > 0
ORDER BY value DESC, platform_name
