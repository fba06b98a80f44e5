-- Products with a valid certificate first, since all of them ought to be on a marketplace; then who could sell most.
WITH
    prices AS
    (
        SELECT commodity, toFloat64(sum(delivered_gross_kg)) / nullIf(toFloat64(sum(delivered_quantity_kg)), 0) AS price
        FROM market.successes
        WHERE grouping = 'commodity' AND hour >= addYears(least($__toTime, now()), -1) AND hour <= $__toTime
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
            if(o.registered, o.product,
                concat(if('${lang:raw}' = 'vi', 'Chứng nhận ', 'Certificate '), o.certificate)) AS name,
            o.owner AS owner,
            o.district AS district,
            o.commune AS commune,
            o.commodity AS commodity,
            if(o.seller_id = '', 'NEVER_LISTED', 'WITHDRAWN') AS progress
        FROM market.ocop_products AS o
        WHERE o.valid_today AND o.listings_on_sale = 0
        UNION ALL
        SELECT 0, c.kind, c.name, c.cooperative, c.district, c.commune, '', c.progress
        FROM market.cooperative_progress AS c
        WHERE c.progress IN ('NO_ACCOUNT', 'NOT_LISTED')
    ),
    -- A product with what its owner supplies of its commodity, a cooperative with each that it supplies.
    supplied AS
    (
        SELECT
            w.stars AS stars,
            w.kind AS kind,
            w.name AS name,
            w.owner AS owner,
            w.district AS district,
            w.commune AS commune,
            if(w.commodity != '', w.commodity, s.commodity) AS commodity,
            w.progress AS progress,
            s.tonnes AS tonnes,
            s.value AS value
        FROM waiting AS w
        LEFT JOIN supply AS s ON s.owner = w.owner AND (w.commodity = '' OR s.commodity = w.commodity)
    )
SELECT
    row_number() OVER (ORDER BY w.stars DESC, ifNull(w.value, 0) DESC, w.owner, w.commodity, w.name) AS rank,
    multiIf(
        w.stars > 0, concat('OCOP ', toString(w.stars), if('${lang:raw}' = 'vi', ' sao', ' stars')),
        w.kind = 'COOPERATIVE', if('${lang:raw}' = 'vi', 'Hợp tác xã', 'Cooperative'),
        if('${lang:raw}' = 'vi', 'Tổ hợp tác', 'Cooperative group')) AS kind,
    w.name AS name,
    w.owner AS owner,
    if(o.name != '', o.name, w.owner) AS owner_name,
    if('${lang:raw}' = 'vi', p.name_vi, p.name_en) AS place_name,
    multiIf(c.code = '', w.commodity, '${lang:raw}' = 'vi', c.name_vi, c.name_en) AS commodity_name,
    if(w.tonnes > 0, toNullable(w.tonnes), NULL) AS supply_tonnes,
    w.value AS supply_value,
    w.progress AS progress
FROM supplied AS w
LEFT JOIN market.cooperatives AS o ON o.cooperative_id = w.owner
LEFT JOIN market.commodities AS c ON c.code = w.commodity
LEFT JOIN (SELECT place, name_vi, name_en FROM market.places WHERE boundary = 'commune') AS p ON p.place = w.commune
WHERE $__conditionalAll(w.district IN (${district:singlequote}), $district)
  AND $__conditionalAll(w.commodity IN (${commodity:singlequote}), $commodity)
  AND $__conditionalAll(w.owner IN (${cooperative:singlequote}), $cooperative)
ORDER BY rank
LIMIT 200
