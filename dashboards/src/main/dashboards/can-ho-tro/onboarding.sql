SELECT
    if(any(place.name) != '', any(place.name), open.commune) AS commune,
    open.commune AS commune_code,
    countIf(step = 'REGISTERED') AS not_activated,
    countIf(step = 'ACTIVATED') AS not_listed,
    countIf(step = 'LISTED') AS no_order,
    count() AS sellers
FROM
(
    SELECT open.commune AS commune, step.code AS step
    FROM market.open_alerts AS open
    INNER JOIN (SELECT code, name_vi FROM market.words WHERE kind = 'next_step') AS step ON step.name_vi = open.next_step_vi
    WHERE open.rule = 'onboarding_stalled' AND $__conditionalAll(open.district IN (${district:singlequote}), $district)
        AND $__conditionalAll(open.commune IN (${commune:singlequote}), $commune)
        AND $__conditionalAll(open.cooperative IN (${cooperative:singlequote}), $cooperative)
) AS open
LEFT JOIN (SELECT place, if('${lang:raw}' = 'en', name_en, name_vi) AS name FROM market.places WHERE boundary = 'commune') AS place
    ON place.place = open.commune
GROUP BY open.commune
ORDER BY sellers DESC, commune
