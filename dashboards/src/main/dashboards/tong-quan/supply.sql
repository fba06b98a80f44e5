-- Certificates that are valid today, and what their owners can supply of those goods in the current month.
WITH
(
    SELECT tuple(uniqExact((seller_id, product_id)), uniqUpTo(4)(seller_id))
    FROM market.listings
    WHERE withdrawn_at IS NULL AND $__conditionalAll(district IN (${district:singlequote}), $district)
) AS on_sale,
(
    SELECT tuple(count(), countIf(listings_on_sale > 0), groupUniqArray((owner, commodity)))
    FROM market.ocop_products
    WHERE valid_today AND stars >= 3 AND $__conditionalAll(district IN (${district:singlequote}), $district)
) AS ocop,
(
    SELECT sum(kg)
    FROM market.supply_capacity
    WHERE month = toMonth(now('Asia/Ho_Chi_Minh')) AND has(ocop.3, (owner, commodity))
) AS supply
SELECT
    if(on_sale.2 BETWEEN 1 AND 4, NULL, on_sale.1) AS products_on_sale,
    ocop.1 AS ocop_valid,
    ocop.2 AS ocop_on_sale,
    toFloat64(supply) / 1e3 AS ocop_supply_tonnes
