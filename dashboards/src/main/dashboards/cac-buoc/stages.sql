SELECT
    any(if('${lang:raw}' = 'en', word.name_en, word.name_vi)) AS stage,
    countIf(seller.seller_id != '' AND NOT seller.bulk_only) AS own_steps,
    countIf(seller.seller_id != '' AND seller.bulk_only) AS bulk_only,
    countIf(seller.seller_id != '') AS sellers
FROM (SELECT code, name_vi, name_en FROM market.words WHERE kind = 'stage') AS word
LEFT JOIN
(
    SELECT seller_id, stage, bulk_only
    FROM market.sellers
    WHERE $__timeFilter(registered_at)
        AND $__conditionalAll(district IN (${district:singlequote}), $district)
        AND $__conditionalAll(seller_type IN (${seller_type:singlequote}), $seller_type)
) AS seller ON seller.stage = word.code
GROUP BY word.code
ORDER BY indexOf(['REGISTERED', 'ACTIVATED', 'LISTED', 'FIRST_ORDER', 'FIRST_DELIVERED', 'SELLING', 'DORMANT', 'SUSPENDED', 'CLOSED'], word.code)
