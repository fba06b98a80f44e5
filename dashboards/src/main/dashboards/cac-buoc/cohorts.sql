SELECT
    formatDateTime(toStartOfMonth(registered_at), '%m/%Y') AS cohort,
    count() AS registered,
    countIf(bulk_only) AS bulk_only,
    countIf(activated_at IS NOT NULL) AS activated,
    countIf(listed_at IS NOT NULL) AS listed,
    countIf(first_order_at IS NOT NULL) AS first_order,
    countIf(active_selling) AS selling,
    if(activated < 30, NULL, listed / activated) AS listing_rate,
    if(listed < 30, NULL, first_order / listed) AS order_rate
FROM market.sellers
WHERE $__timeFilter(registered_at)
    AND $__conditionalAll(district IN (${district:singlequote}), $district)
    AND $__conditionalAll(seller_type IN (${seller_type:singlequote}), $seller_type)
GROUP BY cohort, toStartOfMonth(registered_at)
ORDER BY toStartOfMonth(registered_at) DESC
