WITH
    placed AS
    (
        SELECT sum(orders) AS orders
        FROM market.sales
        WHERE grouping = multiIf(
                '${boundary:raw}' = 'district' AND $__conditionalAll(0, $district), 'all',
                '${boundary:raw}' = 'commune' AND $__conditionalAll(0, $commune), 'all',
                '${boundary:raw}')
          AND $__timeFilter(hour)
          AND ('${boundary:raw}' = 'commune' OR $__conditionalAll(district IN (${district:singlequote}), $district))
          AND ('${boundary:raw}' = 'district' OR $__conditionalAll(commune IN (${commune:singlequote}), $commune))
    ),
    succeeded AS
    (
        SELECT sum(delivered_orders) AS successful_orders, toFloat64(sum(delivered_gross)) / 1e6 AS value
        FROM market.successes
        WHERE grouping = multiIf(
                '${boundary:raw}' = 'district' AND $__conditionalAll(0, $district), 'all',
                '${boundary:raw}' = 'commune' AND $__conditionalAll(0, $commune), 'all',
                '${boundary:raw}')
          AND $__timeFilter(hour)
          AND ('${boundary:raw}' = 'commune' OR $__conditionalAll(district IN (${district:singlequote}), $district))
          AND ('${boundary:raw}' = 'district' OR $__conditionalAll(commune IN (${commune:singlequote}), $commune))
    ),
    selling AS
    (
        SELECT
            uniqExact(seller_id) AS sellers,
            uniqExactIf(place, place NOT IN ('mixed', 'unknown', '(none)')) AS places
        FROM
        (
            SELECT seller_id, if('${boundary:raw}' = 'district', district, commune) AS place
            FROM market.seller_days
            WHERE day >= toDate($__fromTime, 'Asia/Ho_Chi_Minh') AND day <= toDate($__toTime, 'Asia/Ho_Chi_Minh')
              AND orders > 0
        )
        WHERE ('${boundary:raw}' = 'commune' OR $__conditionalAll(place IN (${district:singlequote}), $district))
          AND ('${boundary:raw}' = 'district' OR $__conditionalAll(place IN (${commune:singlequote}), $commune))
    )
SELECT
    placed.orders AS orders,
    succeeded.successful_orders AS successful_orders,
    succeeded.value AS value,
    selling.sellers AS selling_sellers,
    selling.places AS selling_places
FROM placed CROSS JOIN succeeded CROSS JOIN selling
