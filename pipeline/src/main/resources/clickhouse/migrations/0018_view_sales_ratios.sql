-- The views of 0013 with every amount and quantity in one type. ClickHouse gives a quotient the digits of its left side and
-- refuses one whose right side has more, so only equal digits let every two columns be divided in plain SQL. Six keep a
-- price to a millionth; a sum may still reach 10^26 before a division overflows.
CREATE OR REPLACE VIEW market.sales ${on_cluster} AS
SELECT
    grouping,
    toTimeZone(hour, '${zone}') AS hour,
    platform,
    province,
    district,
    commune,
    commodity,
    cooperative,
    seller_type,
    orders,
    delivered_orders,
    cancelled_orders,
    returned_orders,
    late_orders,
    lines,
    delivered_lines,
    cancelled_lines,
    CAST(quantity_kg AS Decimal(38, 6)) AS quantity_kg,
    CAST(quantity_pieces AS Decimal(38, 6)) AS quantity_pieces,
    CAST(delivered_quantity_kg AS Decimal(38, 6)) AS delivered_quantity_kg,
    CAST(delivered_gross_kg AS Decimal(38, 6)) AS delivered_gross_kg,
    lines_unconverted,
    CAST(gross AS Decimal(38, 6)) AS gross,
    CAST(delivered_gross AS Decimal(38, 6)) AS delivered_gross,
    CAST(cancelled_gross AS Decimal(38, 6)) AS cancelled_gross,
    CAST(shipping AS Decimal(38, 6)) AS shipping
FROM market_raw.sales_hourly FINAL
SETTINGS do_not_merge_across_partitions_select_final = 1;
CREATE OR REPLACE VIEW market.successes ${on_cluster} AS
SELECT
    grouping,
    toTimeZone(hour, '${zone}') AS hour,
    platform,
    province,
    district,
    commune,
    commodity,
    cooperative,
    seller_type,
    delivered_orders,
    delivered_lines,
    CAST(delivered_quantity_kg AS Decimal(38, 6)) AS delivered_quantity_kg,
    CAST(delivered_quantity_pieces AS Decimal(38, 6)) AS delivered_quantity_pieces,
    CAST(delivered_gross_kg AS Decimal(38, 6)) AS delivered_gross_kg,
    lines_unconverted,
    CAST(delivered_gross AS Decimal(38, 6)) AS delivered_gross,
    returned_orders,
    returned_lines,
    CAST(returned_gross AS Decimal(38, 6)) AS returned_gross
FROM market_raw.successes_hourly FINAL
SETTINGS do_not_merge_across_partitions_select_final = 1;
