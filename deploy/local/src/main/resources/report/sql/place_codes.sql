SELECT DISTINCT code FROM market.admin_units
