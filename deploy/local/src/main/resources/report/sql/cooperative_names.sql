SELECT cooperative_id AS id, name, kind FROM market.cooperatives
