WITH
    toDate32($__toTime, 'Asia/Ho_Chi_Minh') AS today,
    (
        SELECT min(from_day)
        FROM market.period_days
        WHERE calendar = '${calendar:raw}' AND grain = '${period:raw}' AND day = toDate32($__fromTime, 'Asia/Ho_Chi_Minh')
    ) AS first_day
SELECT
    toDateTime(any(days.from_day), 'Asia/Ho_Chi_Minh') AS time,
    if(uniqExact(facts.seller_id) BETWEEN 1 AND 4, NULL, uniqExact(facts.seller_id)) AS sellers,
    if(uniqExactIf(facts.seller_id, facts.delivered_orders > 0) BETWEEN 1 AND 4, NULL, uniqExactIf(facts.seller_id, facts.delivered_orders > 0)) AS delivering
FROM market.seller_days AS facts
INNER JOIN
(
    SELECT day, period, from_day
    FROM market.period_days
    WHERE calendar = '${calendar:raw}' AND grain = '${period:raw}'
) AS days ON days.day = facts.day
WHERE facts.orders > 0
    AND facts.day >= first_day AND facts.day <= today
    AND $__conditionalAll(facts.district IN (${district:singlequote}), $district)
    AND $__conditionalAll(facts.commodity IN (${commodity:singlequote}), $commodity)
GROUP BY days.period
ORDER BY time
