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
    done AS
    (
        SELECT
            countIf(did.is_active) AS active,
            countIf(did.has_traded) AS traded,
            uniqExactIf(
                seller.household_key,
                did.has_traded AND seller.seller_type IN ('HOUSEHOLD', 'HOUSEHOLD_BUSINESS') AND seller.household_key != '') AS households
        FROM
        (
            SELECT seller_id, max(is_active) AS is_active, max(has_traded) AS has_traded
            FROM
            (
                SELECT seller_id, visits > 0 OR orders > 0 OR listing_changes > 0 AS is_active, successful_orders > 0 AS has_traded
                FROM market.seller_days
                WHERE day >= toDate($__fromTime, 'Asia/Ho_Chi_Minh') AND day <= toDate($__toTime, 'Asia/Ho_Chi_Minh')
                    AND $__conditionalAll(district IN (${district:singlequote}), $district)
                    AND $__conditionalAll(seller_type IN (${seller_type:singlequote}), $seller_type)
                UNION ALL
                SELECT seller_id, 1, 0
                FROM market.listings
                WHERE published_at <= $__toTime AND ifNull(withdrawn_at >= $__fromTime, 1)
                    AND $__conditionalAll(district IN (${district:singlequote}), $district)
                    AND $__conditionalAll(seller_type IN (${seller_type:singlequote}), $seller_type)
            )
            GROUP BY seller_id
        ) AS did
        LEFT JOIN market.sellers AS seller ON seller.seller_id = did.seller_id
    )
SELECT
    accounts.activated AS accounts_activated,
    accounts.households AS households_activated,
    shelves.shops AS shops_on_sale,
    done.active AS active_accounts,
    done.traded AS traded_accounts,
    done.households AS traded_households
FROM accounts CROSS JOIN shelves CROSS JOIN done
