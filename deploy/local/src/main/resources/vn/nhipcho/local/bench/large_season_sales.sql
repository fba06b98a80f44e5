INSERT INTO market_raw.sales_hourly
    (grouping, hour, {columns} orders, delivered_orders, cancelled_orders, returned_orders, late_orders, lines, delivered_lines,
     cancelled_lines, quantity_kg, quantity_pieces, delivered_quantity_kg, delivered_gross_kg, lines_unconverted, gross,
     delivered_gross, cancelled_gross, shipping, version, is_deleted)
SELECT
    '{grouping}', toStartOfHour(order_placed_at) AS cell_hour, {columns}
    countIf(is_first), countIf(is_first AND is_delivered), countIf(is_first AND is_cancelled), countIf(is_first AND status = 'RETURNED'),
    countIf(is_first AND late), count(), countIf(is_delivered), countIf(is_cancelled), sum(ifNull(quantity_kg, 0)), 0,
    sumIf(ifNull(quantity_kg, 0), is_delivered), sumIf(gross, is_delivered), 0, sum(gross), sumIf(gross, is_delivered),
    sumIf(gross, is_cancelled), countIf(is_first) * 15000, 1, 0
FROM
(
    SELECT *, line_id = '1' AS is_first, status = 'COMPLETED' AS is_delivered, status = 'CANCELLED' AS is_cancelled
    FROM market_raw.order_lines
)
GROUP BY {columns} cell_hour
SETTINGS max_bytes_before_external_group_by = 1000000000;
