WITH
    countIf(activated_at IS NOT NULL) AS activated,
    countIf(listed_at IS NOT NULL) AS listed,
    countIf(first_order_at IS NOT NULL) AS first_order
SELECT
    count() AS registered,
    if(registered < 30, NULL, activated / registered) AS activation_rate,
    if(activated < 30, NULL, listed / activated) AS listing_rate,
    if(listed < 30, NULL, first_order / listed) AS order_rate,
    if(first_order < 30, NULL, countIf(active_selling) / first_order) AS selling_rate,
    if(registered < 30, NULL, countIf(bulk_only) / registered) AS bulk_share
FROM market.sellers
WHERE $__timeFilter(registered_at)
    AND $__conditionalAll(district IN (${district:singlequote}), $district)
    AND $__conditionalAll(seller_type IN (${seller_type:singlequote}), $seller_type)
