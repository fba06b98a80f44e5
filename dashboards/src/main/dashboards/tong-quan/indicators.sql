-- Each indicator in the period, in the same period last year, since 1 January, and against the year's target. Last year is
-- compared over the marketplaces that were connected in both, with those that they succeed; a change needs 30 cases before.
-- Of a year's target a share is due that grows by the day, except for what is counted as at a day. Nothing is due, and
-- nothing compared, of days to come. No figure of fewer than five sellers.
WITH
    least($__toTime, now()) AS until,
    addYears($__fromTime, -1) AS before_from,
    addYears(until, -1) AS before_to,
    toDate32($__fromTime, 'Asia/Ho_Chi_Minh') AS from_day,
    toDate32(until, 'Asia/Ho_Chi_Minh') AS to_day,
    toStartOfYear(to_day) AS year_day,
    toDateTime(year_day, 'Asia/Ho_Chi_Minh') AS year_from,
    dateDiff('second', year_from, until) / dateDiff('second', year_from, addYears(year_from, 1)) AS elapsed,
    (
        SELECT tuple(
            groupArrayIf(platform, comparable_from <= addYears(from_day, -1)),
            countIf(comparable_from > addYears(from_day, -1) AND comparable_from <= to_day))
        FROM market.connected_platforms
    ) AS connected,
    connected.1 AS in_both,
    connected.2 = 0 AS is_alike,
(
    SELECT tuple(countIf(is_now), countIf(is_before), countIf(is_in_year))
    FROM
    (
        SELECT
            seller_id,
            max(day >= from_day) AS is_now,
            max(day >= addYears(from_day, -1) AND day <= addYears(to_day, -1)) AS is_before,
            max(day >= year_day) AS is_in_year
        FROM market.seller_days
        WHERE successful_orders > 0 AND day >= least(addYears(from_day, -1), year_day) AND day <= to_day
            AND $__conditionalAll(district IN (${district:singlequote}), $district)
        GROUP BY seller_id
    )
) AS sellers,
(
    SELECT tuple(
        toFloat64(sumIf(orders, is_now)),
        toFloat64(sumIf(orders, is_now AND is_comparable)),
        toFloat64(sumIf(orders, is_before AND is_comparable)),
        toFloat64(sumIf(orders, hour >= year_from)),
        sumIf(value, is_now),
        sumIf(value, is_now AND is_comparable),
        sumIf(value, is_before AND is_comparable),
        sumIf(value, hour >= year_from))
    FROM
    (
        SELECT
            hour,
            delivered_orders AS orders,
            toFloat64(delivered_gross) AS value,
            hour >= $__fromTime AS is_now,
            hour >= before_from AND hour <= before_to AS is_before,
            if(platform = '', is_alike, has(in_both, platform)) AS is_comparable
        FROM market.successes
        WHERE grouping = if($__conditionalAll(0 = 1, $district), 'platform', 'district')
            AND $__conditionalAll(district IN (${district:singlequote}), $district)
            AND hour >= least(before_from, year_from) AND hour <= until
    )
) AS sold,
(
    SELECT tuple(
        countIf(activated_at <= until AND NOT (stage = 'CLOSED' AND stage_since <= until)),
        countIf(activated_at <= before_to AND NOT (stage = 'CLOSED' AND stage_since <= before_to)))
    FROM market.sellers
    WHERE $__conditionalAll(district IN (${district:singlequote}), $district)
) AS accounts,
figures AS
(
    SELECT 1 AS place, 'accounts_activated' AS id, toFloat64(accounts.1) AS current, current AS comparable,
        toFloat64(accounts.2) AS previous, current AS yearly, previous AS cases,
        accounts.1 AS sellers_now, accounts.2 AS sellers_before, accounts.1 AS sellers_in_year
    UNION ALL
    SELECT 2, 'traded_accounts', toFloat64(sellers.1), toFloat64(sellers.1), toFloat64(sellers.2), toFloat64(sellers.3),
        if(is_alike, toFloat64(sellers.2), 0), sellers.1, sellers.2, sellers.3
    UNION ALL
    SELECT 3, 'transactions', sold.1, sold.2, sold.3, sold.4, sold.3, sellers.1, sellers.2, sellers.3
    UNION ALL
    SELECT 4, 'value', sold.5, sold.6, sold.7, sold.8, sold.3, sellers.1, sellers.2, sellers.3
    UNION ALL
    SELECT 5, 'ocop_online_rate', 100 * countIf(listings_on_sale > 0) / count() AS rate, rate, 0, rate, 0, 0, 0, 0
    FROM market.ocop_products
    WHERE valid_today AND stars >= 3 AND $__conditionalAll(district IN (${district:singlequote}), $district)
),
labels AS
(
    SELECT *
    FROM values('id String, vi String, en String, unit_vi String, unit_en String, divisor Float64, is_flow Bool',
        ('accounts_activated', 'Tài khoản đã kích hoạt', 'Accounts activated', 'tài khoản', 'accounts', 1, false),
        ('traded_accounts', 'Gian hàng có đơn thành công', 'Sellers with successful orders', 'gian hàng', 'sellers', 1, true),
        ('transactions', 'Đơn thành công', 'Successful orders', 'đơn', 'orders', 1, true),
        ('value', 'Giá trị giao dịch', 'Value of successful orders', 'triệu đồng', 'million VND', 1e6, true),
        ('ocop_online_rate', 'Sản phẩm OCOP từ 3 sao đã lên sàn', 'OCOP products of 3 stars and more on sale', '%', '%', 1, false))
),
goals AS
(
    SELECT indicator, toFloat64(sum(value)) AS value
    FROM market.targets
    WHERE period = toString(toYear(year_day))
        AND if($__conditionalAll(0 = 1, $district), place = '93', 1 = 1)
        AND $__conditionalAll(place IN (${district:singlequote}), $district)
    GROUP BY indicator
)
SELECT
    if('${lang:raw}' = 'en', labels.en, labels.vi) AS indicator,
    if('${lang:raw}' = 'en', labels.unit_en, labels.unit_vi) AS measure,
    if(isNaN(current) OR sellers_now BETWEEN 1 AND 4, NULL, toNullable(current / divisor)) AS actual,
    if(cases = 0 OR sellers_before BETWEEN 1 AND 4, NULL, toNullable(previous / divisor)) AS last_year,
    if(cases < 30 OR sellers_now BETWEEN 1 AND 4 OR sellers_before BETWEEN 1 AND 4, NULL,
        toNullable(comparable / previous - 1)) AS change,
    if(NOT is_flow OR sellers_in_year BETWEEN 1 AND 4, NULL, toNullable(yearly / divisor)) AS since_january,
    if(goals.value = 0, NULL, toNullable(goals.value / divisor)) AS target,
    if(goals.value = 0 OR isNaN(yearly) OR sellers_in_year BETWEEN 1 AND 4, NULL, toNullable(yearly / goals.value)) AS achieved,
    multiIf(
        target IS NULL, 'none',
        achieved IS NULL, 'withheld',
        achieved >= if(is_flow, elapsed, 1), 'on_plan',
        achieved >= 0.8 * if(is_flow, elapsed, 1), 'behind',
        'at_risk') AS state
FROM figures
INNER JOIN labels ON labels.id = figures.id
LEFT JOIN goals ON goals.indicator = figures.id
ORDER BY figures.place
