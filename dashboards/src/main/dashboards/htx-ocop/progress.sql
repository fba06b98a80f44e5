-- How far the cooperatives of each old district have come: each counts once, at its furthest step.
SELECT
    if('${lang:raw}' = 'vi', p.name_vi, p.name_en) AS place_name,
    countIf(c.progress = 'SOLD') AS sold,
    countIf(c.progress = 'NO_ORDER') AS no_order,
    countIf(c.progress = 'NOT_LISTED') AS not_listed,
    countIf(c.progress = 'NO_ACCOUNT') AS no_account
FROM market.cooperative_progress AS c
LEFT JOIN (SELECT place, name_vi, name_en FROM market.places WHERE boundary = 'district') AS p ON p.place = c.district
WHERE $__conditionalAll(c.district IN (${district:singlequote}), $district)
  AND $__conditionalAll(c.cooperative IN (${cooperative:singlequote}), $cooperative)
GROUP BY place_name
ORDER BY sold DESC, place_name
