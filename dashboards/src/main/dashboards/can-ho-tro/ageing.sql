SELECT
    any(if('${lang:raw}' = 'en', word.name_en, word.name_vi)) AS rule,
    countIf(open.days < 7) AS under_7,
    countIf(open.days >= 7 AND open.days < 30) AS from_7,
    countIf(open.days >= 30 AND open.days < 90) AS from_30,
    countIf(open.days >= 90) AS from_90,
    countIf(open.alert_id != '') AS alerts
FROM (SELECT code, name_vi, name_en FROM market.words WHERE kind = 'alert_rule' AND code != 'feed_silent') AS word
LEFT JOIN
(
    SELECT rule, alert_id, dateDiff('hour', opened_at, (SELECT max(event_time) FROM market.freshness)) / 24 AS days
    FROM market.alerts
    WHERE state = 'OPEN' AND $__conditionalAll(district IN (${district:singlequote}), $district)
        AND $__conditionalAll(commune IN (${commune:singlequote}), $commune)
        AND $__conditionalAll(cooperative IN (${cooperative:singlequote}), $cooperative)
) AS open ON open.rule = word.code
GROUP BY word.code
ORDER BY indexOf(['order_unconfirmed', 'seller_stalled', 'seller_quiet_30', 'seller_quiet_60', 'onboarding_stalled'], word.code)
SETTINGS join_use_nulls = 0
