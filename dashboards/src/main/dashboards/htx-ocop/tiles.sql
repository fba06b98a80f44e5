WITH
    organisations AS
    (
        SELECT
            count() AS cooperatives,
            countIf(progress IN ('NO_ORDER', 'SOLD')) AS cooperatives_listed
        FROM market.cooperative_progress
        WHERE $__conditionalAll(district IN (${district:singlequote}), $district)
          AND $__conditionalAll(cooperative IN (${cooperative:singlequote}), $cooperative)
    ),
    selling AS
    (
        SELECT uniqExact(cooperative) AS cooperatives
        FROM market.seller_days
        WHERE day >= toDate($__fromTime, 'Asia/Ho_Chi_Minh') AND day <= toDate($__toTime, 'Asia/Ho_Chi_Minh')
          AND orders > 0 AND cooperative NOT IN ('', '(none)', 'unknown')
          AND $__conditionalAll(district IN (${district:singlequote}), $district)
          AND $__conditionalAll(cooperative IN (${cooperative:singlequote}), $cooperative)
    ),
    products AS
    (
        SELECT
            countIf(valid_today) AS valid,
            countIf(valid_today AND listings_on_sale > 0) AS on_sale,
            countIf(valid_today AND valid_to <= toDate32(now('Asia/Ho_Chi_Minh')) + 90) AS expiring,
            countIf(NOT valid_today AND listings_on_sale > 0) AS expired_on_sale
        FROM market.ocop_products
        WHERE $__conditionalAll(district IN (${district:singlequote}), $district)
          AND $__conditionalAll(owner IN (${cooperative:singlequote}), $cooperative)
    )
SELECT
    organisations.cooperatives AS cooperatives,
    organisations.cooperatives_listed AS cooperatives_listed,
    selling.cooperatives AS cooperatives_selling,
    products.valid AS ocop_valid,
    products.on_sale AS ocop_on_sale,
    if(products.valid > 0,
        concat(
            multiIf(products.on_sale >= products.valid, '✔ ', products.on_sale >= 0.8 * products.valid, '● ', '▲ '),
            replaceOne(toString(round(100 * products.on_sale / products.valid, 1)), '.', if('${lang:raw}' = 'vi', ',', '.')),
            ' %'),
        NULL) AS ocop_online_rate,
    products.expiring AS ocop_expiring,
    products.expired_on_sale AS ocop_expired_on_sale
FROM organisations CROSS JOIN selling CROSS JOIN products
