WITH
    comparable AS
    (
        -- A marketplace that joined since would make every place look better than a year ago.
        SELECT countIf(
            comparable_from > toDate32(addYears($__fromTime, -1), 'Asia/Ho_Chi_Minh')
            AND comparable_from <= toDate32(least($__toTime, now()), 'Asia/Ho_Chi_Minh')) = 0 AS holds
        FROM market.connected_platforms
    ),
    placed AS
    (
        SELECT
            if('${boundary:raw}' = 'district', district, commune) AS place,
            sum(s.orders) AS orders,
            sumIf(s.orders, hour < now() - INTERVAL 30 DAY) AS settled_orders,
            sumIf(s.delivered_orders, hour < now() - INTERVAL 30 DAY) AS settled_delivered
        FROM market.sales AS s
        WHERE grouping = '${boundary:raw}' AND $__timeFilter(hour)
        GROUP BY place
    ),
    succeeded AS
    (
        SELECT
            if('${boundary:raw}' = 'district', district, commune) AS place,
            sumIf(delivered_orders, hour >= $__fromTime) AS successful_orders,
            toFloat64(sumIf(delivered_gross, hour >= $__fromTime)) AS value,
            sumIf(delivered_orders, hour <= addYears(least($__toTime, now()), -1)) AS successful_orders_before,
            toFloat64(sumIf(delivered_gross, hour <= addYears(least($__toTime, now()), -1))) AS value_before
        FROM market.successes
        WHERE grouping = '${boundary:raw}'
          AND ($__timeFilter(hour) OR (hour >= addYears($__fromTime, -1) AND hour <= addYears(least($__toTime, now()), -1)))
        GROUP BY place
    ),
    accounts AS
    (
        SELECT
            if('${boundary:raw}' = 'district', district, commune) AS place,
            countIf(activated_at IS NOT NULL AND stage != 'CLOSED') AS activated
        FROM market.sellers
        GROUP BY place
    ),
    selling AS
    (
        SELECT if('${boundary:raw}' = 'district', district, commune) AS place, uniqExact(seller_id) AS sellers
        FROM market.seller_days
        WHERE day >= toDate($__fromTime, 'Asia/Ho_Chi_Minh') AND day <= toDate($__toTime, 'Asia/Ho_Chi_Minh')
          AND orders > 0
        GROUP BY place
    ),
    waiting AS
    (
        SELECT if('${boundary:raw}' = 'district', district, commune) AS place, uniqExact(seller_id) AS sellers
        FROM market.alerts
        WHERE state = 'OPEN' AND rule = 'seller_stalled'
        GROUP BY place
    )
SELECT
    if(p.is_place AND succeeded.successful_orders > 0,
        toNullable(row_number() OVER (ORDER BY p.is_place DESC, succeeded.value DESC, p.place)), NULL) AS rank,
    -- What a link sets: the place itself, and of a commune the old district if it has one only.
    multiIf(
        '${boundary:raw}' = 'district', p.place,
        length(p.old_district_codes) = 3, p.old_district_codes,
        concat(char(36), '__all')) AS district,
    if('${boundary:raw}' = 'commune', p.place, concat(char(36), '__all')) AS commune,
    if('${lang:raw}' = 'vi', p.name_vi, p.name_en) AS place_name,
    placed.orders AS orders,
    succeeded.successful_orders AS successful_orders,
    succeeded.value / 1e6 AS value,
    succeeded.value_before / 1e6 AS value_before,
    if((SELECT holds FROM comparable) AND succeeded.successful_orders_before >= 30,
        toNullable(succeeded.value / succeeded.value_before - 1), NULL) AS value_change,
    if(succeeded.successful_orders >= 30,
        toNullable(succeeded.value / succeeded.successful_orders), NULL) AS value_per_order,
    if(placed.settled_orders >= 30,
        toNullable(placed.settled_delivered / placed.settled_orders), NULL) AS success_rate,
    concat(toString(placed.settled_delivered), '/', toString(placed.settled_orders)) AS success_parts,
    accounts.activated AS activated,
    selling.sellers AS selling_sellers,
    waiting.sellers AS stalled_sellers
FROM market.places AS p
LEFT JOIN placed ON placed.place = p.place
LEFT JOIN succeeded ON succeeded.place = p.place
LEFT JOIN accounts ON accounts.place = p.place
LEFT JOIN selling ON selling.place = p.place
LEFT JOIN waiting ON waiting.place = p.place
WHERE p.boundary = '${boundary:raw}' AND (p.is_place OR placed.orders > 0 OR succeeded.successful_orders > 0 OR accounts.activated > 0)
ORDER BY p.is_place DESC, value DESC, p.place
