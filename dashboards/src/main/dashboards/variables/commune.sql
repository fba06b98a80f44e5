SELECT code, name
FROM market.admin_units
WHERE level = 'commune' AND valid_from >= toDate32('2025-07-01') AND old_district_codes != ''
ORDER BY code
