SELECT platform, name
FROM market.platforms
ORDER BY name
