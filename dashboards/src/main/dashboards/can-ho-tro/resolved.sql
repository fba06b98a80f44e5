SELECT
    alert.resolved_at AS resolved_at,
    if(place.name != '', place.name, alert.district) AS district,
    alert.seller_id AS seller,
    rule.name AS rule,
    dateDiff('hour', alert.opened_at, alert.resolved_at) / 24 AS open_days,
    if('${lang:raw}' = 'en', alert.reason_en, alert.reason) AS reason
FROM market.alerts AS alert
LEFT JOIN (SELECT code, if('${lang:raw}' = 'en', name_en, name_vi) AS name FROM market.words WHERE kind = 'alert_rule') AS rule
    ON rule.code = alert.rule
LEFT JOIN (SELECT place, if('${lang:raw}' = 'en', name_en, name_vi) AS name FROM market.places WHERE boundary = 'district') AS place
    ON place.place = alert.district
WHERE alert.state = 'RESOLVED' AND alert.seller_id != ''
    AND $__timeFilter(alert.resolved_at)
    AND $__conditionalAll(alert.rule IN (${alert_rule:singlequote}), $alert_rule)
    AND $__conditionalAll(alert.district IN (${district:singlequote}), $district)
    AND $__conditionalAll(alert.commune IN (${commune:singlequote}), $commune)
    AND $__conditionalAll(alert.cooperative IN (${cooperative:singlequote}), $cooperative)
ORDER BY alert.resolved_at DESC, alert.alert_id
LIMIT 100
