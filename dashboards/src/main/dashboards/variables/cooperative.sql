SELECT cooperative_id, name
FROM market.cooperatives
ORDER BY name
