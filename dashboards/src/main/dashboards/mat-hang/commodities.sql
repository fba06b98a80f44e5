WITH
    comparable AS
    (
        -- A marketplace that joined since would make every commodity look better than a year ago.
        SELECT countIf(
            comparable_from > toDate32(addYears($__fromTime, -1), 'Asia/Ho_Chi_Minh')
            AND comparable_from <= toDate32(least($__toTime, now()), 'Asia/Ho_Chi_Minh')) = 0 AS holds
        FROM market.connected_platforms
    ),
    placed AS
    (
        SELECT commodity, sum(s.orders) AS orders
        FROM market.sales AS s
        WHERE grouping = if($__conditionalAll(0, $district), 'commodity', 'district_commodity') AND $__timeFilter(hour)
          AND $__conditionalAll(district IN (${district:singlequote}), $district)
        GROUP BY commodity
    ),
    succeeded AS
    (
        SELECT
            commodity,
            sumIf(delivered_orders, hour >= $__fromTime) AS successful_orders,
            toFloat64(sumIf(delivered_gross, hour >= $__fromTime)) AS value,
            toFloat64(sumIf(delivered_quantity_kg, hour >= $__fromTime)) AS kg,
            toFloat64(sumIf(delivered_quantity_pieces, hour >= $__fromTime)) AS pieces,
            toFloat64(sumIf(delivered_gross_kg, hour >= $__fromTime)) AS value_of_kg,
            sumIf(delivered_lines - lines_unconverted, hour >= $__fromTime) AS price_lines,
            sumIf(delivered_orders, hour <= addYears(least($__toTime, now()), -1)) AS successful_orders_before,
            toFloat64(sumIf(delivered_gross, hour <= addYears(least($__toTime, now()), -1))) AS value_before
        FROM market.successes
        WHERE grouping = if($__conditionalAll(0, $district), 'commodity', 'district_commodity')
          AND ($__timeFilter(hour) OR (hour >= addYears($__fromTime, -1) AND hour <= addYears(least($__toTime, now()), -1)))
          AND $__conditionalAll(district IN (${district:singlequote}), $district)
        GROUP BY commodity
    ),
    -- What was ordered in the period and what was delivered in it: not the same goods.
    sold AS
    (
        SELECT
            if(placed.commodity != '', placed.commodity, succeeded.commodity) AS commodity,
            placed.orders AS orders,
            succeeded.successful_orders AS successful_orders,
            succeeded.value AS value,
            succeeded.kg AS kg,
            succeeded.pieces AS pieces,
            succeeded.value_of_kg AS value_of_kg,
            succeeded.price_lines AS price_lines,
            succeeded.successful_orders_before AS successful_orders_before,
            succeeded.value_before AS value_before
        FROM placed
        FULL OUTER JOIN succeeded ON succeeded.commodity = placed.commodity
        WHERE placed.orders > 0 OR succeeded.successful_orders > 0
    ),
    season AS
    (
        SELECT
            commodity,
            count() AS months,
            has(groupArray(month), toMonth($__toTime, 'Asia/Ho_Chi_Minh')) AS is_now,
            arrayMin(arrayMap(m -> (m - toMonth($__toTime, 'Asia/Ho_Chi_Minh') + 12) % 12, groupArray(month))) AS months_to_wait
        FROM market.commodity_seasons
        GROUP BY commodity
    )
SELECT
    sold.commodity AS commodity,
    multiIf(c.code = '', sold.commodity, '${lang:raw}' = 'vi', c.name_vi, c.name_en) AS commodity_name,
    multiIf(
        season.months = 0, '',
        season.months = 12, if('${lang:raw}' = 'vi', 'Quanh năm', 'All year'),
        season.is_now, if('${lang:raw}' = 'vi', '● Đang mùa vụ', '● In season'),
        concat(
            if('${lang:raw}' = 'vi', '○ Ngoài mùa vụ, mùa tới từ tháng ', '○ Out of season, next from month '),
            toString((toMonth($__toTime, 'Asia/Ho_Chi_Minh') + season.months_to_wait - 1) % 12 + 1))) AS season,
    sold.orders AS orders,
    sold.successful_orders AS successful_orders,
    sold.kg / 1e3 AS tonnes,
    sold.pieces AS pieces,
    sold.value / 1e6 AS value,
    sold.value_before / 1e6 AS value_before,
    if((SELECT holds FROM comparable) AND sold.successful_orders_before >= 30,
        toNullable(sold.value / sold.value_before - 1), NULL) AS value_change,
    if(sold.price_lines >= 30, toNullable(sold.value_of_kg / sold.kg), NULL) AS price,
    sold.price_lines AS price_lines
FROM sold
LEFT JOIN season ON season.commodity = sold.commodity
LEFT JOIN market.commodities AS c ON c.code = sold.commodity
ORDER BY value DESC, commodity
