INSERT INTO market_raw.successes_hourly
    (grouping, hour, {columns} delivered_orders, delivered_lines, delivered_quantity_kg, delivered_quantity_pieces,
     delivered_gross_kg, lines_unconverted, delivered_gross, returned_orders, returned_lines, returned_gross, version,
     is_deleted)
SELECT
    '{grouping}', toStartOfHour(at) AS cell_hour, {columns}
    countIf(is_first AND is_delivered), countIf(is_delivered), sumIf(ifNull(quantity_kg, 0), is_delivered), 0,
    sumIf(gross, is_delivered), 0, sumIf(gross, is_delivered), countIf(is_first AND NOT is_delivered), countIf(NOT is_delivered),
    sumIf(gross, NOT is_delivered), 1, 0
FROM
(
    SELECT *, line_id = '1' AS is_first, success_at AS at, true AS is_delivered FROM market_raw.order_lines WHERE success_at IS NOT NULL
    UNION ALL
    SELECT *, line_id = '1' AS is_first, returned_at AS at, false AS is_delivered FROM market_raw.order_lines WHERE returned_at IS NOT NULL
)
GROUP BY {columns} cell_hour
SETTINGS max_bytes_before_external_group_by = 1000000000;
