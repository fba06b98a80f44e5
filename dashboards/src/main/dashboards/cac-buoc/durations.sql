SELECT step, sellers, half_days, most_days
FROM
(
    SELECT
        arrayJoin([
            (1, if('${lang:raw}' = 'en', 'Registered to activated', 'Từ đăng ký đến kích hoạt'), countIf(to_activated >= 0), quantileExactIf(0.5)(to_activated, to_activated >= 0), quantileExactIf(0.9)(to_activated, to_activated >= 0)),
            (2, if('${lang:raw}' = 'en', 'Activated to listed', 'Từ kích hoạt đến đăng sản phẩm'), countIf(to_listed >= 0), quantileExactIf(0.5)(to_listed, to_listed >= 0), quantileExactIf(0.9)(to_listed, to_listed >= 0)),
            (3, if('${lang:raw}' = 'en', 'Listed to first order', 'Từ đăng sản phẩm đến đơn đầu tiên'), countIf(to_order >= 0), quantileExactIf(0.5)(to_order, to_order >= 0), quantileExactIf(0.9)(to_order, to_order >= 0)),
            (4, if('${lang:raw}' = 'en', 'First order to selling', 'Từ đơn đầu tiên đến bán thường xuyên'), countIf(to_selling >= 0), quantileExactIf(0.5)(to_selling, to_selling >= 0), quantileExactIf(0.9)(to_selling, to_selling >= 0))]) AS row,
        row.1 AS position,
        row.2 AS step,
        row.3 AS sellers,
        if(sellers < 30, NULL, row.4) AS half_days,
        if(sellers < 30, NULL, row.5) AS most_days
    FROM
    (
        SELECT
            assumeNotNull(ifNull(dateDiff('hour', registered_at, activated_at), -1)) / 24 AS to_activated,
            assumeNotNull(ifNull(dateDiff('hour', activated_at, listed_at), -1)) / 24 AS to_listed,
            assumeNotNull(ifNull(dateDiff('hour', listed_at, first_order_at), -1)) / 24 AS to_order,
            assumeNotNull(ifNull(dateDiff('hour', first_order_at, selling_at), -1)) / 24 AS to_selling
        FROM market.sellers
        WHERE $__timeFilter(registered_at)
            AND $__conditionalAll(district IN (${district:singlequote}), $district)
            AND $__conditionalAll(seller_type IN (${seller_type:singlequote}), $seller_type)
    )
)
ORDER BY position
