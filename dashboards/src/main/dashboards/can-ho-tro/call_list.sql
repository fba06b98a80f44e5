SELECT
    severity.name AS severity,
    if(place.name != '', place.name, open.district) AS district,
    open.seller_id AS seller,
    if(platform.name != '', platform.name, open.platform) AS platform,
    dateDiff('hour', open.since, (SELECT max(event_time) FROM market.freshness)) / 24 AS days,
    dateDiff('hour', open.opened_at, (SELECT max(event_time) FROM market.freshness)) / 24 AS open_days,
    if('${lang:raw}' = 'en', open.reason_en, open.reason_vi) AS reason,
    cause.name AS cause,
    if('${lang:raw}' = 'en', open.next_step_en, open.next_step_vi) AS next_step,
    open.deadline AS deadline,
    toFloat64(open.value) AS value,
    rule.name AS rule,
    count() OVER (PARTITION BY open.seller_id) - 1 AS other_alerts,
    outcome.name AS last_outcome,
    open.support_unit AS support_unit,
    open.shop_id AS shop,
    open.order_ids AS order_ids,
    open.alert_id AS alert_id
FROM market.open_alerts AS open
LEFT JOIN (SELECT code, if('${lang:raw}' = 'en', name_en, name_vi) AS name FROM market.words WHERE kind = 'severity') AS severity
    ON severity.code = open.severity
LEFT JOIN (SELECT code, if('${lang:raw}' = 'en', name_en, name_vi) AS name FROM market.words WHERE kind = 'alert_rule') AS rule
    ON rule.code = open.rule
LEFT JOIN (SELECT code, if('${lang:raw}' = 'en', name_en, name_vi) AS name FROM market.words WHERE kind = 'cause') AS cause
    ON cause.code = open.cause
LEFT JOIN (SELECT code, if('${lang:raw}' = 'en', name_en, name_vi) AS name FROM market.words WHERE kind = 'contact_outcome') AS outcome
    ON outcome.code = open.last_outcome
LEFT JOIN (SELECT place, if('${lang:raw}' = 'en', name_en, name_vi) AS name FROM market.places WHERE boundary = 'district') AS place
    ON place.place = open.district
LEFT JOIN market.platforms AS platform ON platform.platform = open.platform
WHERE open.seller_id != '' AND NOT open.snoozed
    AND if($__conditionalAll(0 = 1, $alert_rule), NOT open.digest_only, 1)
    AND $__conditionalAll(open.rule IN (${alert_rule:singlequote}), $alert_rule)
    AND $__conditionalAll(open.district IN (${district:singlequote}), $district)
    AND $__conditionalAll(open.commune IN (${commune:singlequote}), $commune)
    AND $__conditionalAll(open.cooperative IN (${cooperative:singlequote}), $cooperative)
ORDER BY open.urgency DESC, open.deadline ASC NULLS LAST, open.value DESC NULLS LAST, open.opened_at, open.alert_id
LIMIT 1 BY open.seller_id
LIMIT 200
