SELECT
    place.place AS district_code,
    place.name_vi AS district,
    countIf(waiting.alert_id != '') AS orders
FROM (SELECT place, name_vi FROM market.places WHERE boundary = 'district') AS place
LEFT JOIN
(
    SELECT district, alert_id
    FROM market.open_alerts
    WHERE rule = 'order_unconfirmed' AND severity = 'urgent' AND NOT snoozed
) AS waiting ON waiting.district = place.place
GROUP BY district_code, district
ORDER BY district_code
