-- Who publishes the page today, and what its area was called at the end of the range.
SELECT
    nullIf(anyIf(if('${lang:raw}' = 'en', name_en, name_vi), role = 'department'), '') AS agency,
    nullIf(anyIf(if('${lang:raw}' = 'en', name_en, name_vi), role = 'area'), '') AS area
FROM
(
    SELECT
        role,
        name_vi,
        name_en,
        toDate32(if(role = 'area', least($__toTime, now()), now()), 'Asia/Ho_Chi_Minh') AS day
    FROM market.agencies
    WHERE place = '93' AND ifNull(valid_from <= day, 1) AND ifNull(valid_to >= day, 1)
)
