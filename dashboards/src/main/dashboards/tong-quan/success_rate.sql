-- Of the orders placed in as many days as the period has, so long ago that the last of them has had 30 days: how many
-- succeeded. It needs 30 orders and five sellers.
WITH
    least($__toTime, now()) AS until,
    least($__toTime, now() - INTERVAL 30 DAY) AS placed_to,
    placed_to - greatest(0, dateDiff('second', $__fromTime, until)) AS placed_from,
(
    SELECT uniqUpTo(4)(seller_id)
    FROM market.seller_days
    WHERE orders > 0
        AND day >= toDate32(placed_from, 'Asia/Ho_Chi_Minh') AND day <= toDate32(placed_to, 'Asia/Ho_Chi_Minh')
        AND $__conditionalAll(district IN (${district:singlequote}), $district)
) AS sellers,
(
    SELECT tuple(sum(orders), sum(delivered_orders))
    FROM market.sales
    WHERE grouping = if($__conditionalAll(0 = 1, $district), 'all', 'district')
        AND $__conditionalAll(district IN (${district:singlequote}), $district)
        AND hour >= placed_from AND hour <= placed_to
) AS placed
SELECT
    if(sellers < 5 OR placed.1 < 30, NULL, placed.2 / placed.1) AS rate,
    if(sellers < 5, NULL, concat(toString(placed.2), '/', toString(placed.1))) AS parts,
    concat(
        formatDateTime(placed_from, '%d/%m/%y', 'Asia/Ho_Chi_Minh'), '–',
        formatDateTime(placed_to, '%d/%m/%y', 'Asia/Ho_Chi_Minh')) AS placed_on
