SELECT
    count() AS registered,
    countIf(activated_at IS NOT NULL) / nullIf(registered, 0) AS activation_rate,
    countIf(listed_at IS NOT NULL) / nullIf(countIf(activated_at IS NOT NULL), 0) AS listing_rate,
    if(countIf(listed_at IS NOT NULL) < 30, NULL, countIf(first_order_at IS NOT NULL) / countIf(listed_at IS NOT NULL)) AS order_rate,
    if(countIf(first_order_at IS NOT NULL) < 30, NULL, countIf(active_selling) / countIf(first_order_at IS NOT NULL)) AS selling_rate,
    countIf(bulk_only) / nullIf(registered, 0) AS bulk_share
FROM market.sellers
WHERE $__timeFilter(registered_at)
    AND $__conditionalAll(district IN (${district:singlequote}), $district)
    AND $__conditionalAll(seller_type IN (${seller_type:singlequote}), $seller_type)
