SELECT
    place.name AS district,
    place.place AS district_code,
    open.orders_waiting AS orders_waiting,
    open.stalled AS stalled,
    sellers.sold AS sold,
    if(sellers.sold >= 30, open.stalled / sellers.sold, NULL) AS stalled_share,
    open.quiet AS quiet,
    open.onboarding AS onboarding
FROM (SELECT place, if('${lang:raw}' = 'en', name_en, name_vi) AS name FROM market.places WHERE boundary = 'district') AS place
LEFT JOIN
(
    SELECT
        district,
        countIf(rule = 'order_unconfirmed') AS orders_waiting,
        uniqExactIf(seller_id, rule = 'seller_stalled') AS stalled,
        uniqExactIf(seller_id, startsWith(CAST(rule AS String), 'seller_quiet_')) AS quiet,
        uniqExactIf(seller_id, rule = 'onboarding_stalled') AS onboarding
    FROM market.alerts
    WHERE state = 'OPEN'
        AND $__conditionalAll(commune IN (${commune:singlequote}), $commune)
        AND $__conditionalAll(cooperative IN (${cooperative:singlequote}), $cooperative)
    GROUP BY district
) AS open ON open.district = place.place
LEFT JOIN
(
    SELECT district, countIf(orders >= 2 AND stage NOT IN ('CLOSED', 'SUSPENDED')) AS sold, count() AS all_sellers
    FROM market.sellers
    WHERE $__conditionalAll(commune IN (${commune:singlequote}), $commune)
        AND $__conditionalAll(cooperative IN (${cooperative:singlequote}), $cooperative)
    GROUP BY district
) AS sellers ON sellers.district = place.place
WHERE sellers.all_sellers > 0 AND $__conditionalAll(place.place IN (${district:singlequote}), $district)
ORDER BY orders_waiting DESC, stalled DESC, district
