-- As the report counts: accounts and households as at the end of the period, what they did within it.
WITH
    accounts AS
    (
        SELECT
            uniqExact(seller_id) AS activated,
            uniqExactIf(household_key, seller_type IN ('HOUSEHOLD', 'HOUSEHOLD_BUSINESS') AND household_key != '') AS households
        FROM market.sellers
        WHERE activated_at <= $__toTime
            AND seller_id NOT IN
            (
                SELECT seller_id
                FROM market.seller_stages
                WHERE entered_at <= $__toTime
                GROUP BY seller_id
                HAVING argMax(stage, entered_at) = 'CLOSED'
            )
            AND $__conditionalAll(district IN (${district:singlequote}), $district)
            AND $__conditionalAll(seller_type IN (${seller_type:singlequote}), $seller_type)
    ),
    shelves AS
    (
        SELECT uniqExact(platform, seller_id) AS shops
        FROM market.listings
        WHERE published_at <= $__toTime AND ifNull(withdrawn_at > $__toTime, 1)
            AND $__conditionalAll(district IN (${district:singlequote}), $district)
            AND $__conditionalAll(seller_type IN (${seller_type:singlequote}), $seller_type)
    ),
    active AS
    (
        SELECT uniqExact(seller_id) AS accounts
        FROM
        (
            SELECT seller_id
            FROM market.seller_days
            WHERE day >= toDate($__fromTime, 'Asia/Ho_Chi_Minh') AND day <= toDate($__toTime, 'Asia/Ho_Chi_Minh')
                AND (visits > 0 OR orders > 0 OR listing_changes > 0)
                AND $__conditionalAll(district IN (${district:singlequote}), $district)
                AND $__conditionalAll(seller_type IN (${seller_type:singlequote}), $seller_type)
            UNION ALL
            SELECT seller_id
            FROM market.listings
            WHERE published_at <= $__toTime AND ifNull(withdrawn_at >= $__fromTime, 1)
                AND $__conditionalAll(district IN (${district:singlequote}), $district)
                AND $__conditionalAll(seller_type IN (${seller_type:singlequote}), $seller_type)
        )
    ),
    traded AS
    (
        SELECT
            count() AS accounts,
            uniqExactIf(
                seller.household_key,
                seller.seller_type IN ('HOUSEHOLD', 'HOUSEHOLD_BUSINESS') AND seller.household_key != '') AS households
        FROM
        (
            SELECT DISTINCT seller_id
            FROM market.seller_days
            WHERE day >= toDate($__fromTime, 'Asia/Ho_Chi_Minh') AND day <= toDate($__toTime, 'Asia/Ho_Chi_Minh')
                AND successful_orders > 0
                AND $__conditionalAll(district IN (${district:singlequote}), $district)
                AND $__conditionalAll(seller_type IN (${seller_type:singlequote}), $seller_type)
        ) AS sold
        LEFT JOIN market.sellers AS seller ON seller.seller_id = sold.seller_id
    )
SELECT
    accounts.activated AS accounts_activated,
    accounts.households AS households_activated,
    shelves.shops AS shops_on_sale,
    active.accounts AS active_accounts,
    traded.accounts AS traded_accounts,
    traded.households AS traded_households
FROM accounts CROSS JOIN shelves CROSS JOIN active CROSS JOIN traded
