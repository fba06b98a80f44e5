SELECT
    toDateTime(toMonday(at, 'Asia/Ho_Chi_Minh'), 'Asia/Ho_Chi_Minh') AS time,
    countIf(opened AND rule = 'seller_stalled') AS stalled_opened,
    countIf(NOT opened AND rule = 'seller_stalled') AS stalled_resolved,
    countIf(opened AND rule = 'order_unconfirmed') AS orders_opened,
    countIf(NOT opened AND rule = 'order_unconfirmed') AS orders_resolved
FROM
(
    SELECT rule, event.1 AS at, event.2 AS opened
    FROM market.alerts
    ARRAY JOIN [(opened_at, true), (ifNull(resolved_at, toDateTime64(0, 3)), false)] AS event
    WHERE state != 'WITHDRAWN' AND rule IN ('seller_stalled', 'order_unconfirmed')
        AND $__conditionalAll(district IN (${district:singlequote}), $district)
        AND $__conditionalAll(commune IN (${commune:singlequote}), $commune)
        AND $__conditionalAll(cooperative IN (${cooperative:singlequote}), $cooperative)
)
WHERE $__timeFilter(at)
GROUP BY time
ORDER BY time
