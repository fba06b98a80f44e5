SELECT
    multiIf(
        any(is_simulated) AND '${lang:raw}' = 'en', 'SIMULATED DATA',
        any(is_simulated), 'DỮ LIỆU MÔ PHỎNG',
        '${lang:raw}' = 'en', concat('Events of ', (SELECT toString(count()) FROM market.platforms), ' marketplaces'),
        concat('Sự kiện từ ', (SELECT toString(count()) FROM market.platforms), ' sàn thương mại điện tử')) AS source
FROM market.deployment
