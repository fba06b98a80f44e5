-- Products with a valid certificate first, since all of them ought to be on a marketplace; then who could sell most.
WITH
    prices AS
    (
        SELECT commodity, toFloat64(sum(delivered_gross_kg)) / nullIf(toFloat64(sum(delivered_quantity_kg)), 0) AS price
        FROM market.successes
        WHERE grouping = 'commodity' AND hour >= addYears($__toTime, -1) AND hour <= $__toTime
        GROUP BY commodity
        HAVING sum(delivered_lines - lines_unconverted) >= 30
    ),
    supply AS
    (
        SELECT
            s.owner AS owner,
            s.commodity AS commodity,
            toFloat64(sum(s.kg)) / 1e3 AS tonnes,
            sum(toFloat64(s.kg) * prices.price) / 1e6 AS value
        FROM market.supply_capacity AS s
        LEFT JOIN prices ON prices.commodity = s.commodity
        WHERE (s.month - toMonth(now('Asia/Ho_Chi_Minh')) + 12) % 12 < 3
        GROUP BY owner, commodity
    ),
    waiting AS
    (
        SELECT
            o.stars AS stars,
            'OCOP' AS kind,
            o.certificate AS certificate,
            if(o.registered, o.product, '') AS name,
            o.owner AS owner,
            o.district AS district,
            o.commune AS commune,
            o.commodity AS commodity,
            if(o.seller_id = '', 'NEVER_LISTED', 'WITHDRAWN') AS progress,
            supply.tonnes AS tonnes,
            supply.value AS value
        FROM market.ocop_products AS o
        LEFT JOIN supply ON supply.owner = o.owner AND supply.commodity = o.commodity
        WHERE o.valid_today AND o.listings_on_sale = 0
        UNION ALL
        SELECT
            0, c.kind, '', c.name, c.cooperative, c.district, c.commune, supply.commodity, c.progress,
            supply.tonnes, supply.value
        FROM market.cooperative_progress AS c
        LEFT JOIN supply ON supply.owner = c.cooperative
        WHERE c.progress IN ('NO_ACCOUNT', 'NOT_LISTED')
    )
SELECT
    row_number() OVER (ORDER BY waiting.stars DESC, ifNull(waiting.value, 0) DESC, waiting.owner, waiting.commodity) AS rank,
    if(waiting.stars > 0, concat('OCOP ', toString(waiting.stars), if('${lang:raw}' = 'vi', ' sao', ' stars')),
        multiIf(waiting.kind = 'COOPERATIVE', if('${lang:raw}' = 'vi', 'Hợp tác xã', 'Cooperative'),
            if('${lang:raw}' = 'vi', 'Tổ hợp tác', 'Cooperative group'))) AS kind,
    multiIf(waiting.name != '', waiting.name, concat(if('${lang:raw}' = 'vi', 'Chứng nhận ', 'Certificate '), waiting.certificate)) AS name,
    waiting.owner AS owner,
    if(o.name != '', o.name, waiting.owner) AS owner_name,
    if('${lang:raw}' = 'vi', p.name_vi, p.name_en) AS place_name,
    multiIf(c.code = '', waiting.commodity, '${lang:raw}' = 'vi', c.name_vi, c.name_en) AS commodity_name,
    if(waiting.tonnes > 0, toNullable(waiting.tonnes), NULL) AS supply_tonnes,
    waiting.value AS supply_value,
    waiting.progress AS progress
FROM waiting
LEFT JOIN market.cooperatives AS o ON o.cooperative_id = waiting.owner
LEFT JOIN market.commodities AS c ON c.code = waiting.commodity
LEFT JOIN (SELECT place, name_vi, name_en FROM market.places WHERE boundary = 'commune') AS p ON p.place = waiting.commune
WHERE $__conditionalAll(waiting.district IN (${district:singlequote}), $district)
  AND $__conditionalAll(waiting.commodity IN (${commodity:singlequote}), $commodity)
  AND $__conditionalAll(waiting.owner IN (${cooperative:singlequote}), $cooperative)
ORDER BY rank
LIMIT 200
