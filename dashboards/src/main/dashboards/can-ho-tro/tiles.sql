SELECT
    uniqExactIf(seller_id, urgency = 3 AND NOT snoozed) AS urgent,
    uniqExactIf(seller_id, urgency = 2 AND NOT snoozed) AS to_call,
    countIf(rule = 'order_unconfirmed') AS orders_waiting,
    toFloat64(sumIf(ifNull(value, 0), rule = 'order_unconfirmed')) / 1e6 AS value_waiting,
    uniqExactIf(seller_id, rule = 'seller_stalled') AS stalled,
    uniqExactIf(seller_id, snoozed) AS agreed_later
FROM market.open_alerts
WHERE seller_id != ''
    AND $__conditionalAll(district IN (${district:singlequote}), $district)
    AND $__conditionalAll(commune IN (${commune:singlequote}), $commune)
    AND $__conditionalAll(cooperative IN (${cooperative:singlequote}), $cooperative)
