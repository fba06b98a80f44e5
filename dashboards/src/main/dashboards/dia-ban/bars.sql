-- Last year's bars only where the same marketplaces were connected then: a new one would be growth of every place.
WITH
    least($__toTime, now()) AS until,
    addYears(toDate32($__fromTime, 'Asia/Ho_Chi_Minh'), -1) AS before_day,
    (
        SELECT countIf(comparable_from > before_day AND comparable_from <= toDate32(until, 'Asia/Ho_Chi_Minh')) = 0
        FROM market.connected_platforms
    ) AS is_alike,
succeeded AS
(
    SELECT
        if('${boundary:raw}' = 'district', district, commune) AS place,
        toFloat64(sumIf(delivered_gross, hour >= $__fromTime)) / 1e6 AS value,
        toFloat64(sumIf(delivered_gross, hour <= addYears(until, -1))) / 1e6 AS value_before
    FROM market.successes
    WHERE grouping = '${boundary:raw}'
      AND ($__timeFilter(hour) OR (hour >= addYears($__fromTime, -1) AND hour <= addYears(until, -1)))
    GROUP BY place
)
SELECT
    if('${lang:raw}' = 'vi', p.name_vi, p.name_en) AS place_name,
    succeeded.value AS value,
    if(is_alike, toNullable(succeeded.value_before), NULL) AS value_before
FROM market.places AS p
LEFT JOIN succeeded ON succeeded.place = p.place
WHERE p.boundary = '${boundary:raw}' AND p.is_place
ORDER BY value DESC, p.place
