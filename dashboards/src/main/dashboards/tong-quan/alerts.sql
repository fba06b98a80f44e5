-- Alerts that are open now, whatever the period.
SELECT
    countIf(rule = 'order_unconfirmed') AS unconfirmed,
    toFloat64(sumIf(ifNull(value, 0), rule = 'order_unconfirmed')) / 1e6 AS unconfirmed_million,
    uniqExactIf(seller_id, rule = 'seller_stalled') AS stalled,
    uniqExactIf(seller_id, rule = 'onboarding_stalled') AS onboarding
FROM market.alerts
WHERE state = 'OPEN' AND $__conditionalAll(district IN (${district:singlequote}), $district)
