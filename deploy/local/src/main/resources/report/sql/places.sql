-- The provinces whose districts the figures are kept by.
SELECT DISTINCT parent_code AS place FROM market.admin_units WHERE level = 'district' ORDER BY place
