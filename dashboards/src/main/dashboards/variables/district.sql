SELECT code, name
FROM market.admin_units
WHERE level = 'district' AND parent_code = '93'
ORDER BY code
