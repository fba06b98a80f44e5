SELECT
    row.2 AS step,
    row.3 AS sellers,
    if(row.4 < 30, NULL, row.3 / row.4) AS share_of_previous,
    if(row.5 < 30, NULL, row.3 / row.5) AS share_of_registered
FROM
(
    SELECT
        count() AS registered,
        countIf(activated_at IS NOT NULL) AS activated,
        countIf(listed_at IS NOT NULL) AS listed,
        countIf(first_order_at IS NOT NULL) AS first_order,
        countIf(selling_at IS NOT NULL) AS sold,
        countIf(active_selling) AS selling,
        arrayJoin([
            (1, if('${lang:raw}' = 'en', 'Registered', 'Đã đăng ký'), registered, registered, registered),
            (2, if('${lang:raw}' = 'en', 'Activated', 'Đã kích hoạt'), activated, registered, registered),
            (3, if('${lang:raw}' = 'en', 'Listed products', 'Đã đăng sản phẩm'), listed, activated, registered),
            (4, if('${lang:raw}' = 'en', 'Had a first order', 'Đã có đơn đầu tiên'), first_order, listed, registered),
            (5, if('${lang:raw}' = 'en', 'Was selling regularly', 'Từng bán thường xuyên'), sold, first_order, registered),
            (6, if('${lang:raw}' = 'en', 'Sells regularly today', 'Nay còn bán thường xuyên'), selling, sold, registered)]) AS row
    FROM market.sellers
    WHERE $__timeFilter(registered_at)
        AND $__conditionalAll(district IN (${district:singlequote}), $district)
        AND $__conditionalAll(seller_type IN (${seller_type:singlequote}), $seller_type)
)
ORDER BY row.1
