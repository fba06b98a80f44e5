SELECT
    toDateTime(dateTrunc('${grain:raw}', hour), 'Asia/Ho_Chi_Minh') AS time,
    toFloat64(sumIf(delivered_gross, cooperative NOT IN ('(none)', 'unknown'))) / 1e6 AS cooperatives,
    toFloat64(sumIf(delivered_gross, cooperative IN ('(none)', 'unknown'))) / 1e6 AS others
FROM market.successes
WHERE grouping = if($__conditionalAll(0, $district), 'cooperative', 'district_cooperative') AND hour >= dateTrunc('${grain:raw}', toTimeZone($__fromTime, 'Asia/Ho_Chi_Minh')) AND hour <= $__toTime
  AND $__conditionalAll(district IN (${district:singlequote}), $district)
GROUP BY time
ORDER BY time
