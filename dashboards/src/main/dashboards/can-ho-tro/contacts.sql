SELECT
    any(if('${lang:raw}' = 'en', word.name_en, word.name_vi)) AS outcome,
    countIf(contact.alert_id != '') AS contacts,
    uniqExactIf(contact.seller_id, contact.alert_id != '') AS sellers,
    countIf(contact.is_last AND contact.next_on >= toDate32($__toTime, 'Asia/Ho_Chi_Minh')) AS to_call_again
FROM (SELECT code, name_vi, name_en FROM market.words WHERE kind = 'contact_outcome') AS word
LEFT JOIN
(
    SELECT
        made.alert_id AS alert_id,
        made.outcome AS outcome,
        made.next_on AS next_on,
        made.contacted_at = max(made.contacted_at) OVER (PARTITION BY made.alert_id) AS is_last,
        alert.seller_id AS seller_id
    FROM market.alert_contacts AS made
    INNER JOIN market.alerts AS alert ON alert.alert_id = made.alert_id
    WHERE $__timeFilter(made.contacted_at)
        AND $__conditionalAll(alert.district IN (${district:singlequote}), $district)
        AND $__conditionalAll(alert.commune IN (${commune:singlequote}), $commune)
        AND $__conditionalAll(alert.cooperative IN (${cooperative:singlequote}), $cooperative)
) AS contact ON contact.outcome = word.code
GROUP BY word.code
ORDER BY contacts DESC, indexOf(['REACHED', 'WILL_RESUME', 'NO_ANSWER', 'OUT_OF_SEASON', 'STOPPED', 'WRONG_NUMBER'], word.code)
