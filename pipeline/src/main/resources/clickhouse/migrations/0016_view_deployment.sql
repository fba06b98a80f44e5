CREATE OR REPLACE VIEW market.deployment ${on_cluster} AS
SELECT
    zone,
    currency,
    CAST(is_simulated AS Bool) AS is_simulated,
    if(is_simulated = 1, 'DỮ LIỆU MÔ PHỎNG', '') AS banner
FROM market_raw.deployment FINAL;
