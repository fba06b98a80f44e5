SELECT sum(orders) AS orders
FROM market.sales
WHERE grouping = if($__conditionalAll(0 = 1, $district), 'all', 'district')
    AND $__conditionalAll(district IN (${district:singlequote}), $district)
    AND $__timeFilter(hour)
