-- The old districts by value. No figure of fewer than five sellers, and no rank where fewer than five
-- had a success; what straddles two districts belongs to neither. A marketplace that came since would be growth of every district.
WITH
    least($__toTime, now()) AS until,
    addYears(toDate32($__fromTime, 'Asia/Ho_Chi_Minh'), -1) AS before_day,
    (
        SELECT countIf(comparable_from > before_day AND comparable_from <= toDate32(until, 'Asia/Ho_Chi_Minh')) = 0
        FROM market.connected_platforms
    ) AS is_alike,
sold AS
(
    SELECT
        district,
        sumIf(delivered_orders, $__timeFilter(hour)) AS successes,
        sumIf(delivered_gross, $__timeFilter(hour)) AS value,
        sumIf(delivered_orders, hour >= addYears($__fromTime, -1) AND hour <= addYears(until, -1)) AS successes_before
    FROM market.successes
    WHERE grouping = 'district' AND hour >= addYears($__fromTime, -1) AND hour <= $__toTime
    GROUP BY district
),
sellers AS
(
    SELECT district, countIf(has_ordered) AS trading, countIf(has_succeeded) AS succeeding
    FROM
    (
        SELECT district, seller_id, max(orders > 0) AS has_ordered, max(successful_orders > 0) AS has_succeeded
        FROM market.seller_days
        WHERE (orders > 0 OR successful_orders > 0)
            AND day >= toDate32($__fromTime, 'Asia/Ho_Chi_Minh') AND day <= toDate32($__toTime, 'Asia/Ho_Chi_Minh')
        GROUP BY district, seller_id
    )
    GROUP BY district
),
shops AS
(
    SELECT district, uniqExact(seller_id) AS listing
    FROM market.listings
    WHERE published_at <= $__toTime AND (withdrawn_at IS NULL OR withdrawn_at > $__toTime)
    GROUP BY district
),
places AS
(
    SELECT code, name FROM market.admin_units WHERE level = 'district' AND parent_code = '93'
    UNION ALL
    SELECT 'mixed', if('${lang:raw}' = 'en', 'In two old districts', 'Thuộc hai huyện cũ')
)
SELECT
    if(shown AND district != 'mixed', toNullable(place_in_order), NULL) AS rank,
    district,
    name,
    if(shown, toNullable(successes), NULL) AS successes,
    if(shown, toNullable(value_million), NULL) AS value_million,
    if(trading BETWEEN 1 AND 4, NULL, toNullable(trading)) AS trading,
    if(shops BETWEEN 1 AND 4, NULL, toNullable(shops)) AS listing,
    if(trading >= 5 AND shops >= 30, toNullable(trading / shops), NULL) AS trading_share,
    if(shown AND is_alike AND successes_before >= 30, toNullable(successes / successes_before - 1), NULL) AS change
FROM
(
    SELECT
        places.code AS district,
        places.name AS name,
        sold.successes AS successes,
        toFloat64(sold.value) / 1e6 AS value_million,
        sold.successes_before AS successes_before,
        sellers.trading AS trading,
        shops.listing AS shops,
        sellers.succeeding >= 5 AS shown,
        row_number() OVER (ORDER BY sellers.succeeding >= 5 AND places.code != 'mixed' DESC, sold.value DESC, places.code) AS place_in_order
    FROM places
    LEFT JOIN sold ON sold.district = places.code
    LEFT JOIN sellers ON sellers.district = places.code
    LEFT JOIN shops ON shops.district = places.code
)
-- A chosen district keeps its rank among all.
WHERE $__conditionalAll(district IN (${district:singlequote}), $district)
ORDER BY place_in_order
