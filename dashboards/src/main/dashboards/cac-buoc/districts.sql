SELECT
    if(any(place.name) != '', any(place.name), seller.district) AS district,
    seller.district AS district_code,
    count() AS registered,
    countIf(seller.activated_at IS NOT NULL) AS activated,
    countIf(seller.listed_at IS NOT NULL) AS listed,
    countIf(seller.first_order_at IS NOT NULL) AS first_order,
    countIf(seller.active_selling) AS selling,
    if(activated < 30, NULL, listed / activated) AS listing_rate,
    if(listed < 30, NULL, first_order / listed) AS order_rate,
    if(first_order < 30, NULL, selling / first_order) AS selling_rate
FROM market.sellers AS seller
LEFT JOIN (SELECT place, if('${lang:raw}' = 'en', name_en, name_vi) AS name, is_place FROM market.places WHERE boundary = 'district') AS place
    ON place.place = seller.district
WHERE $__timeFilter(seller.registered_at)
    AND $__conditionalAll(seller.district IN (${district:singlequote}), $district)
    AND $__conditionalAll(seller.seller_type IN (${seller_type:singlequote}), $seller_type)
GROUP BY seller.district
ORDER BY any(place.is_place) DESC, listing_rate DESC, seller.district
