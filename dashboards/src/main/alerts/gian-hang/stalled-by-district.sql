SELECT
    place.place AS district_code,
    place.name_vi AS district,
    if(sellers.sold >= 30, alerts.stalled / sellers.sold, 0) AS stalled_share
FROM (SELECT place, name_vi FROM market.places WHERE boundary = 'district' AND is_place) AS place
LEFT JOIN
(
    SELECT district, uniqExact(seller_id) AS stalled
    FROM market.alerts
    WHERE rule = 'seller_stalled' AND state = 'OPEN'
    GROUP BY district
) AS alerts ON alerts.district = place.place
LEFT JOIN
(
    SELECT district, countIf(orders >= 2 AND stage NOT IN ('CLOSED', 'SUSPENDED')) AS sold
    FROM market.sellers
    GROUP BY district
) AS sellers ON sellers.district = place.place
ORDER BY district_code
