-- A code came to mean another commune on 1 July 2025: of each the name of the boundaries that figures are kept by.
SELECT code AS id, name
FROM market.admin_units
WHERE level = '${level}'
ORDER BY ifNull(valid_to, toDate32('2299-12-31'))
