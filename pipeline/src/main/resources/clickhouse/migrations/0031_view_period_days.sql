-- Which period a day belongs to, by the ordinary calendar and by the state's reporting calendar, in which a month runs from
-- the 15th of the month before to its 14th and quarters, half years and years are made of such months. Weeks and days are
-- the same in both. period is the first day of the period that gives it its name; from_day and to_day are its own.
CREATE OR REPLACE VIEW market.period_days ${on_cluster} AS
SELECT
    calendar,
    grain,
    day,
    calendar = 'reporting' AND grain NOT IN ('day', 'week') AS is_shifted,
    toDate32(multiIf(
        grain = 'day', toDate(day),
        grain = 'week', toMonday(day),
        grain = 'month', toStartOfMonth(named),
        grain = 'quarter', toStartOfQuarter(named),
        grain = 'half_year', addMonths(toStartOfYear(named), if(toMonth(named) <= 6, 0, 6)),
        toStartOfYear(named))) AS period,
    multiIf(
        grain = 'day', addDays(period, 1),
        grain = 'week', addDays(period, 7),
        grain = 'month', addMonths(period, 1),
        grain = 'quarter', addMonths(period, 3),
        grain = 'half_year', addMonths(period, 6),
        addYears(period, 1)) AS next_period,
    if(is_shifted, addDays(addMonths(period, -1), 14), period) AS from_day,
    addDays(if(is_shifted, addDays(addMonths(next_period, -1), 14), next_period), -1) AS to_day,
    multiIf(
        grain = 'day', formatDateTime(period, '%d/%m/%Y'),
        grain = 'week', concat('Tuần ', toString(toISOWeek(period)), '/', toString(toISOYear(period))),
        grain = 'month', concat('Tháng ', toString(toMonth(period)), '/', toString(toYear(period))),
        grain = 'quarter', concat('Quý ', ['I', 'II', 'III', 'IV'][toQuarter(period)], '/', toString(toYear(period))),
        grain = 'half_year', concat('6 tháng ', if(toMonth(period) = 1, 'đầu', 'cuối'), ' năm ', toString(toYear(period))),
        concat('Năm ', toString(toYear(period)))) AS name_vi,
    multiIf(
        grain = 'day', formatDateTime(period, '%d/%m/%Y'),
        grain = 'week', concat('Week ', toString(toISOWeek(period)), '/', toString(toISOYear(period))),
        grain = 'month', formatDateTime(period, '%b %Y'),
        grain = 'quarter', concat('Q', toString(toQuarter(period)), ' ', toString(toYear(period))),
        grain = 'half_year', concat('H', if(toMonth(period) = 1, '1', '2'), ' ', toString(toYear(period))),
        toString(toYear(period))) AS name_en
FROM
(
    SELECT
        calendar,
        grain,
        day,
        if(calendar = 'reporting', addMonths(toStartOfMonth(addDays(day, -14)), 1), toDate(day)) AS named
    FROM
    (
        SELECT
            addDays(toDate32('2000-01-01'), number) AS day,
            arrayJoin(['calendar', 'reporting']) AS calendar,
            arrayJoin(['day', 'week', 'month', 'quarter', 'half_year', 'year']) AS grain
        FROM numbers(18262)
    )
);
