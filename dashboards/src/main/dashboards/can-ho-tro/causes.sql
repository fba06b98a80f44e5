SELECT
    any(if('${lang:raw}' = 'en', word.name_en, word.name_vi)) AS cause,
    uniqExactIf(open.seller_id, open.seller_id != '') AS sellers
FROM (SELECT code, name_vi, name_en FROM market.words WHERE kind = 'cause') AS word
LEFT JOIN
(
    SELECT cause, seller_id
    FROM market.open_alerts
    WHERE rule = 'seller_stalled' AND $__conditionalAll(district IN (${district:singlequote}), $district)
        AND $__conditionalAll(commune IN (${commune:singlequote}), $commune)
        AND $__conditionalAll(cooperative IN (${cooperative:singlequote}), $cooperative)
) AS open ON open.cause = word.code
GROUP BY word.code
ORDER BY word.code = 'unknown', sellers DESC, cause
