WITH
    toDate32($__toTime, 'Asia/Ho_Chi_Minh') AS today,
    (
        SELECT min(from_day)
        FROM market.period_days
        WHERE calendar = '${calendar:raw}' AND grain = '${period:raw}' AND day = toDate32($__fromTime, 'Asia/Ho_Chi_Minh')
    ) AS first_day,
    -- The period of each day from the first one on: cheaper than a join that millions of seller ids would pass through.
    (
        SELECT groupArray(from_day)
        FROM
        (
            SELECT from_day
            FROM market.period_days
            WHERE calendar = '${calendar:raw}' AND grain = '${period:raw}' AND day BETWEEN first_day AND today
            ORDER BY day
        )
    ) AS days_from
SELECT
    toDateTime(period_from, 'Asia/Ho_Chi_Minh') AS time,
    if(countIf(has_ordered) BETWEEN 1 AND 4, NULL, countIf(has_ordered)) AS sellers,
    if(countIf(has_succeeded) BETWEEN 1 AND 4, NULL, countIf(has_succeeded)) AS succeeding
FROM
(
    SELECT
        assumeNotNull(days_from[dateDiff('day', first_day, facts.day) + 1]) AS period_from,
        facts.seller_id AS seller_id,
        max(facts.orders > 0) AS has_ordered,
        max(facts.successful_orders > 0) AS has_succeeded
    FROM market.seller_days AS facts
    WHERE (facts.orders > 0 OR facts.successful_orders > 0)
        AND facts.day >= first_day AND facts.day <= today
        AND $__conditionalAll(facts.district IN (${district:singlequote}), $district)
        AND $__conditionalAll(facts.commodity IN (${commodity:singlequote}), $commodity)
    GROUP BY period_from, seller_id
)
GROUP BY period_from
ORDER BY time
