SELECT
    if(o.registered, o.product, concat(if('${lang:raw}' = 'vi', 'Chứng nhận ', 'Certificate '), o.certificate)) AS name,
    if('${lang:raw}' = 'vi', c.name_vi, c.name_en) AS commodity_name,
    o.stars AS stars,
    o.owner AS owner,
    if(h.name != '', h.name, o.owner) AS owner_name,
    if('${lang:raw}' = 'vi', p.name_vi, p.name_en) AS place_name,
    o.valid_to AS valid_to,
    dateDiff('day', toDate32(now('Asia/Ho_Chi_Minh')), o.valid_to) AS days_left,
    if(o.valid_to < toDate32(now('Asia/Ho_Chi_Minh')), 'EXPIRED', 'EXPIRING') AS state,
    o.listings_on_sale AS listings_on_sale
FROM market.ocop_products AS o
LEFT JOIN market.commodities AS c ON c.code = o.commodity
LEFT JOIN market.cooperatives AS h ON h.cooperative_id = o.owner
LEFT JOIN (SELECT place, name_vi, name_en FROM market.places WHERE boundary = 'commune') AS p ON p.place = o.commune
WHERE o.valid_to <= toDate32(now('Asia/Ho_Chi_Minh')) + 90
  AND (o.valid_to >= toDate32(now('Asia/Ho_Chi_Minh')) OR o.listings_on_sale > 0)
  AND $__conditionalAll(o.district IN (${district:singlequote}), $district)
  AND $__conditionalAll(o.commodity IN (${commodity:singlequote}), $commodity)
  AND $__conditionalAll(o.owner IN (${cooperative:singlequote}), $cooperative)
ORDER BY o.valid_to, o.certificate
LIMIT 200
