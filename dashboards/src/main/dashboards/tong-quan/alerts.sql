-- Alerts that are open now, whatever the period. No figure of fewer than five sellers; whether there is something to do, always.
WITH
(
    SELECT tuple(
        countIf(rule = 'order_unconfirmed'),
        toFloat64(sumIf(ifNull(value, 0), rule = 'order_unconfirmed')) / 1e6,
        uniqUpToIf(4)(seller_id, rule = 'order_unconfirmed'),
        uniqExactIf(seller_id, rule = 'seller_stalled'),
        uniqExactIf(seller_id, rule = 'onboarding_stalled'))
    FROM market.alerts
    WHERE state = 'OPEN' AND seller_id != '' AND $__conditionalAll(district IN (${district:singlequote}), $district)
) AS alerts
SELECT
    multiIf(
        alerts.1 >= 20 OR alerts.4 >= 100, 'call_today',
        alerts.1 > 0 OR alerts.4 > 0 OR alerts.5 > 0, 'call',
        'none') AS attention,
    if(alerts.3 BETWEEN 1 AND 4, NULL, alerts.1) AS unconfirmed,
    if(alerts.3 BETWEEN 1 AND 4, NULL, alerts.2) AS unconfirmed_million,
    if(alerts.4 BETWEEN 1 AND 4, NULL, alerts.4) AS stalled,
    if(alerts.5 BETWEEN 1 AND 4, NULL, alerts.5) AS onboarding
