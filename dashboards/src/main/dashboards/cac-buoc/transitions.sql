SELECT
    toDateTime(toStartOfMonth(entered_at, 'Asia/Ho_Chi_Minh'), 'Asia/Ho_Chi_Minh') AS time,
    uniqExactIf(seller_id, stage = 'LISTED') AS listed,
    uniqExactIf(seller_id, stage = 'FIRST_ORDER') AS first_order,
    uniqExactIf(seller_id, stage = 'SELLING') AS selling,
    uniqExactIf(seller_id, stage = 'DORMANT') AS dormant
FROM market.seller_stages
WHERE stage IN ('LISTED', 'FIRST_ORDER', 'SELLING', 'DORMANT')
    AND $__timeFilter(entered_at)
    AND $__conditionalAll(district IN (${district:singlequote}), $district)
    AND $__conditionalAll(seller_type IN (${seller_type:singlequote}), $seller_type)
GROUP BY time
ORDER BY time
