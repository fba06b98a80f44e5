SELECT code, if('${lang:raw}' = 'en', name_en, name_vi) AS name
FROM market.commodities
ORDER BY name
