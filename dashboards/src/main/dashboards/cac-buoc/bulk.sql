SELECT
    if(any(place.name) != '', any(place.name), seller.commune) AS commune,
    countIf(seller.bulk_only AND seller.activated_at IS NULL) AS registered_only,
    countIf(seller.bulk_only AND seller.activated_at IS NOT NULL) AS activated_only,
    countIf(seller.bulk_only) AS bulk_only,
    count() AS registered,
    if(registered < 30, NULL, bulk_only / registered) AS bulk_share
FROM market.sellers AS seller
LEFT JOIN (SELECT place, if('${lang:raw}' = 'en', name_en, name_vi) AS name FROM market.places WHERE boundary = 'commune') AS place
    ON place.place = seller.commune
WHERE $__timeFilter(seller.registered_at)
    AND $__conditionalAll(seller.district IN (${district:singlequote}), $district)
    AND $__conditionalAll(seller.seller_type IN (${seller_type:singlequote}), $seller_type)
GROUP BY seller.commune
ORDER BY bulk_only DESC, commune
