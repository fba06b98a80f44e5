SELECT
    multiIf(
        any(is_simulated) AND '${lang:raw}' = 'en', 'SIMULATED DATA',
        any(is_simulated), 'DỮ LIỆU MÔ PHỎNG',
        '${lang:raw}' = 'en', concat((SELECT toString(count()) FROM market.platforms), ' marketplaces'),
        concat((SELECT toString(count()) FROM market.platforms), ' sàn thương mại điện tử')) AS source
FROM market.deployment
