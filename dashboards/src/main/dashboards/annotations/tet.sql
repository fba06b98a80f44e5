SELECT
    toDateTime(tet_from, 'Asia/Ho_Chi_Minh') AS time,
    toDateTime(addDays(tet_to, 1), 'Asia/Ho_Chi_Minh') AS timeEnd,
    concat(if('${lang:raw}' = 'en', 'Tết ', 'Tết Nguyên đán '), toString(year)) AS title,
    concat(
        if('${lang:raw}' = 'en', 'Carriers nearly stop from ', 'Vận chuyển gần như ngừng từ 29 Tết đến mùng 4: '),
        formatDateTime(tet_from, '%d/%m/%Y'), ' – ', formatDateTime(tet_to, '%d/%m/%Y')) AS text,
    'tet' AS tags
FROM market.lunar_days
WHERE tet_to >= toDate32($__fromTime, 'Asia/Ho_Chi_Minh') AND tet_from <= toDate32($__toTime, 'Asia/Ho_Chi_Minh')
ORDER BY time
