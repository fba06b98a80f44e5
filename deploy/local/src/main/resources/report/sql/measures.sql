-- One row: what the period from ${start} to before ${end} comes to over ${platforms}. Stock is as at its end.
WITH
    ${start} AS period_start,
    ${end} AS period_end
SELECT *
FROM
(
    SELECT
        sum(delivered_orders) AS transactions,
        sum(delivered_gross) AS value,
        sum(returned_orders) AS returned_orders,
        sum(delivered_quantity_kg) AS quantity,
        sum(delivered_lines) AS delivered_lines,
        sum(lines_unconverted) AS lines_unconverted
    FROM market.successes
    WHERE grouping = 'platform' AND platform IN (${platforms}) AND hour >= period_start AND hour < period_end
) AS successes
CROSS JOIN
(
    SELECT sum(orders) AS placed_orders, sum(delivered_orders) AS placed_delivered
    FROM market.sales
    WHERE grouping = 'platform' AND platform IN (${platforms}) AND hour >= period_start AND hour < period_end
) AS placed
CROSS JOIN
(
    SELECT
        uniqExact(t.seller_id) AS traded_accounts,
        uniqExactIf(s.household_key,
            s.seller_type IN ('HOUSEHOLD', 'HOUSEHOLD_BUSINESS') AND s.household_key != '') AS traded_households
    FROM
    (
        SELECT DISTINCT seller_id
        FROM market.order_parts
        WHERE success_at >= period_start AND success_at < period_end
            AND origin != 'INTERNAL' AND lines > 0 AND seller_id != '' AND platform IN (${platforms})
    ) AS t
    LEFT JOIN market.sellers AS s ON s.seller_id = t.seller_id
) AS traded
CROSS JOIN
(
    SELECT
        uniqExact(seller_id) AS accounts_activated,
        uniqExactIf(household_key,
            seller_type IN ('HOUSEHOLD', 'HOUSEHOLD_BUSINESS') AND household_key != '') AS households_activated
    FROM market.sellers
    WHERE activated_at < period_end
        AND seller_id NOT IN
        (
            SELECT seller_id
            FROM market.seller_stages
            WHERE entered_at < period_end
            GROUP BY seller_id
            HAVING argMax(stage, entered_at) = 'CLOSED'
        )
) AS accounts
CROSS JOIN
(
    SELECT uniqExact(seller_id) AS active_accounts
    FROM
    (
        SELECT seller_id
        FROM market.seller_days
        WHERE day >= ${from} AND day <= ${to} AND (visits > 0 OR orders > 0 OR listing_changes > 0)
        UNION ALL
        SELECT seller_id
        FROM market.listings
        WHERE published_at < period_end AND (withdrawn_at IS NULL OR withdrawn_at >= period_start)
    )
) AS active
CROSS JOIN
(
    SELECT
        uniqExact((platform, seller_id)) AS shops_on_sale,
        uniqExact((seller_id, product_id)) AS products_on_sale
    FROM market.listings
    WHERE platform IN (${platforms}) AND published_at < period_end
        AND (withdrawn_at IS NULL OR withdrawn_at >= period_end)
) AS shelves
CROSS JOIN
(
    SELECT countIf(l.on_sale > 0) AS ocop_on_sale, count() AS ocop_valid
    FROM market.ocop_products AS o
    LEFT JOIN
    (
        SELECT
            if(ocop_certificate != '', ocop_certificate, concat(seller_id, '/', product_id)) AS certificate,
            count() AS on_sale
        FROM market.listings
        WHERE ocop_stars > 0 AND platform IN (${platforms}) AND published_at < period_end
            AND (withdrawn_at IS NULL OR withdrawn_at >= period_end)
        GROUP BY certificate
    ) AS l ON l.certificate = o.certificate
    WHERE o.stars >= 3 AND ifNull(o.valid_from <= ${to}, 1) AND ifNull(o.valid_to >= ${to}, 0)
) AS ocop
