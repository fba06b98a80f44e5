-- All views read with FINAL, so a plain SELECT is right. A cell's partition follows from its key, so FINAL need not
-- merge across partitions here. The price is delivered_gross_kg / delivered_quantity_kg: ClickHouse refuses to divide a
-- decimal by one of more digits, so the first has six.
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
    quantity_kg,
    quantity_pieces,
    delivered_quantity_kg,
    CAST(delivered_gross_kg AS Decimal(38, 6)) AS delivered_gross_kg,
    lines_unconverted,
    gross,
    delivered_gross,
    cancelled_gross,
    shipping
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
    delivered_quantity_kg,
    delivered_quantity_pieces,
    CAST(delivered_gross_kg AS Decimal(38, 6)) AS delivered_gross_kg,
    lines_unconverted,
    delivered_gross,
    returned_orders,
    returned_lines,
    returned_gross
FROM market_raw.successes_hourly FINAL
SETTINGS do_not_merge_across_partitions_select_final = 1;
