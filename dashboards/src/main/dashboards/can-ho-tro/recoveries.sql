SELECT
    any(if('${lang:raw}' = 'en', word.name_en, word.name_vi)) AS rule,
    countIf(called.alert_id != '') AS called,
    countIf(called.judged) AS judged,
    countIf(called.judged AND called.recovered) AS recovered,
    if(judged >= 30, recovered / judged, NULL) AS share
FROM (SELECT code, name_vi, name_en FROM market.words WHERE kind = 'alert_rule' AND code != 'feed_silent') AS word
LEFT JOIN
(
    SELECT rule, alert_id, judged, recovered
    FROM market.alert_recoveries
    WHERE $__conditionalAll(district IN (${district:singlequote}), $district)
        AND $__conditionalAll(commune IN (${commune:singlequote}), $commune)
        AND $__conditionalAll(cooperative IN (${cooperative:singlequote}), $cooperative)
) AS called ON called.rule = word.code
GROUP BY word.code
ORDER BY called DESC, indexOf(['order_unconfirmed', 'seller_stalled', 'onboarding_stalled'], word.code) = 0, word.code
