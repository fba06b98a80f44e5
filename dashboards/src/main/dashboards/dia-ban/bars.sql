WITH succeeded AS
(
    SELECT
        if('${boundary:raw}' = 'district', district, commune) AS place,
        toFloat64(sumIf(delivered_gross, hour >= $__fromTime)) / 1e6 AS value,
        toFloat64(sumIf(delivered_gross, hour <= addYears($__toTime, -1))) / 1e6 AS value_before
    FROM market.successes
    WHERE grouping = '${boundary:raw}'
      AND ($__timeFilter(hour) OR (hour >= addYears($__fromTime, -1) AND hour <= addYears($__toTime, -1)))
    GROUP BY place
)
SELECT
    if('${lang:raw}' = 'vi', p.name_vi, p.name_en) AS place_name,
    succeeded.value AS value,
    succeeded.value_before AS value_before
FROM market.places AS p
LEFT JOIN succeeded ON succeeded.place = p.place
WHERE p.boundary = '${boundary:raw}' AND p.is_place
ORDER BY value DESC, p.place
