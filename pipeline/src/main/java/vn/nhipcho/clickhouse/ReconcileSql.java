package vn.nhipcho.clickhouse;

import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The queries of {@link Reconcile}, written from the rules in the design and not from the jobs' code: what a cell should
 * hold by the facts, put beside what it holds.
 */
final class ReconcileSql {
    static final List<String> DIMENSIONS =
            List.of("platform", "province", "district", "commune", "commodity", "cooperative", "seller_type");

    /** Every grouping set by its columns. */
    static final List<List<String>> GROUPING_SETS = List.of(
            List.of(),
            List.of("platform"),
            List.of("province"),
            List.of("district"),
            List.of("commune"),
            List.of("commodity"),
            List.of("cooperative"),
            List.of("seller_type"),
            List.of("district", "commodity"),
            List.of("district", "cooperative"),
            List.of("commune", "commodity"),
            List.of("commodity", "cooperative"));

    /** The orders table is big and the machine may be small: spill rather than fail. */
    static final String SETTINGS = """
            SETTINGS join_algorithm = 'grace_hash', max_bytes_in_join = 536870912,
                max_bytes_before_external_group_by = 536870912, max_bytes_before_external_sort = 536870912""";

    /** A measure and how an order's rows in a cell add up to it. */
    record Measure(String name, String sum) {}

    /** A totals table with its measures and the query of what its cells should hold. */
    record Totals(String view, String table, List<Measure> measures, String expected) {}

    private static final String DELIVERED = "status IN ('DELIVERED', 'COMPLETED')";
    private static final String CANCELLED =
            "(status = 'CANCELLED' OR (status = 'LOST_DAMAGED' AND delivered_at IS NULL))";

    private static final List<Measure> SALES = List.of(
            new Measure("orders", "toInt64(1)"),
            new Measure("delivered_orders", "toInt64(max(" + DELIVERED + "))"),
            new Measure("cancelled_orders", "toInt64(min(" + CANCELLED + "))"),
            new Measure("returned_orders", "toInt64(max(status = 'RETURNED'))"),
            new Measure("late_orders", "toInt64(max(is_late))"),
            new Measure("lines", "toInt64(count())"),
            new Measure("delivered_lines", "toInt64(countIf(" + DELIVERED + "))"),
            new Measure("cancelled_lines", "toInt64(countIf(" + CANCELLED + "))"),
            new Measure("quantity_kg", "sum(ifNull(quantity_kg, 0))"),
            new Measure("quantity_pieces", "sum(quantity_pieces)"),
            new Measure("delivered_quantity_kg", "sumIf(ifNull(quantity_kg, 0), " + DELIVERED + ")"),
            new Measure("delivered_gross_kg", "sumIf(gross, " + DELIVERED + " AND quantity_kg IS NOT NULL)"),
            new Measure("lines_unconverted", "toInt64(countIf(quantity_kg IS NULL))"),
            new Measure("gross", "sum(gross)"),
            new Measure("delivered_gross", "sumIf(gross, " + DELIVERED + ")"),
            new Measure("cancelled_gross", "sumIf(gross, " + CANCELLED + ")"),
            new Measure("shipping", "sum(shipping_fee)"));

    private static final List<Measure> SUCCESSES = List.of(
            new Measure("delivered_orders", "toInt64(1)"),
            new Measure("delivered_lines", "toInt64(count())"),
            new Measure("delivered_quantity_kg", "sum(ifNull(quantity_kg, 0))"),
            new Measure("delivered_quantity_pieces", "sum(quantity_pieces)"),
            new Measure("delivered_gross_kg", "sumIf(gross, quantity_kg IS NOT NULL)"),
            new Measure("lines_unconverted", "toInt64(countIf(quantity_kg IS NULL))"),
            new Measure("delivered_gross", "sum(gross)"));

    private static final List<Measure> RETURNS = List.of(
            new Measure("returned_orders", "toInt64(1)"),
            new Measure("returned_lines", "toInt64(count())"),
            new Measure("returned_gross", "sum(gross)"));

    private final ZoneId zone;

    ReconcileSql(ZoneId zone) {
        this.zone = zone;
    }

    static String nameOf(List<String> set) {
        return set.isEmpty() ? "all" : String.join("_", set);
    }

    Totals sales(List<String> set) {
        String expected = orders(set, SALES, "min(order_placed_at)", salesLines(), SALES);
        if (set.isEmpty() || set.equals(List.of("platform"))) {
            expected += " UNION ALL " + partShipping(set);
        }
        return new Totals("sales", "sales_hourly", SALES, expected);
    }

    Totals successes(List<String> set) {
        List<Measure> measures = java.util.stream.Stream.concat(SUCCESSES.stream(), RETURNS.stream())
                .toList();
        return new Totals(
                "successes",
                "successes_hourly",
                measures,
                orders(set, SUCCESSES, "min(success)", successLines(), measures) + " UNION ALL "
                        + orders(set, RETURNS, "min(returned)", returnedLines(), measures));
    }

    /** Number of cells and of those that differ. */
    static String count(Totals totals, List<String> set) {
        return "SELECT count(), countIf(" + differs(totals) + ") FROM (" + compare(totals, set) + ") " + SETTINGS;
    }

    /** The first cells that differ: seconds of the hour, dimensions, then each measure's expected and found value. */
    static String list(Totals totals, List<String> set, int limit) {
        return "SELECT toUnixTimestamp(hour), * EXCEPT hour FROM (" + compare(totals, set) + ") WHERE "
                + differs(totals) + " ORDER BY hour, " + String.join(", ", DIMENSIONS) + " LIMIT " + limit + " "
                + SETTINGS;
    }

    /** Live cells of a table that belong to no grouping set. */
    static String strays(String table) {
        String known =
                GROUPING_SETS.stream().map(set -> "'" + nameOf(set) + "'").collect(Collectors.joining(", "));
        return "SELECT grouping, count() FROM market_raw." + table + " FINAL WHERE grouping NOT IN (" + known
                + ") GROUP BY grouping ORDER BY grouping";
    }

    private static String compare(Totals totals, List<String> set) {
        String sums = list(totals, m -> "sum(e_%1$s) AS expected_%1$s, sum(f_%1$s) AS found_%1$s");
        String expected = list(totals, m -> "%1$s AS e_%1$s, 0 AS f_%1$s");
        String found = list(totals, m -> "0 AS e_%1$s, %1$s AS f_%1$s");
        String dimensions = String.join(", ", DIMENSIONS);
        return "SELECT hour, " + dimensions + ", " + sums + " FROM (SELECT hour, " + dimensions + ", " + expected
                + " FROM (" + totals.expected() + ") UNION ALL SELECT hour, " + dimensions + ", " + found
                + " FROM market_raw." + totals.table() + " FINAL WHERE grouping = '" + nameOf(set)
                + "') GROUP BY hour, "
                + dimensions;
    }

    private static String differs(Totals totals) {
        return totals.measures().stream()
                .map(m -> "expected_%1$s != found_%1$s".formatted(m.name()))
                .collect(Collectors.joining(" OR "));
    }

    private static String list(Totals totals, java.util.function.Function<Measure, String> pattern) {
        return totals.measures().stream()
                .map(m -> pattern.apply(m).formatted(m.name()))
                .collect(Collectors.joining(", "));
    }

    /**
     * Cells from orders: the lines of one order in one cell make one row, dated as a whole. Measures that {@code own}
     * does not name are zero.
     */
    private String orders(List<String> set, List<Measure> own, String date, String lines, List<Measure> all) {
        String dimensions = DIMENSIONS.stream()
                .map(d -> (set.contains(d) ? d : "''") + " AS cell_" + d)
                .collect(Collectors.joining(", "));
        String keys = DIMENSIONS.stream().map(d -> "cell_" + d).collect(Collectors.joining(", "));
        String perOrder = "SELECT " + startOfHour(date) + " AS hour, " + dimensions + ", "
                + own.stream().map(m -> m.sum() + " AS order_" + m.name()).collect(Collectors.joining(", ")) + " FROM ("
                + lines + ") GROUP BY platform, order_id, " + keys;
        List<String> named = own.stream().map(Measure::name).toList();
        String sums = all.stream()
                .map(m -> named.contains(m.name()) ? "sum(order_%1$s) AS %1$s".formatted(m.name()) : "0 AS " + m.name())
                .collect(Collectors.joining(", "));
        return "SELECT hour, " + renamed() + ", " + sums + " FROM (" + perOrder + ") GROUP BY hour, " + keys;
    }

    /** A part's own shipping fee counts where the part has a line, in the sets that keep the part whole. */
    private String partShipping(List<String> set) {
        String dimensions = DIMENSIONS.stream()
                .map(d -> (set.contains(d) ? "toString(" + d + ")" : "''") + " AS cell_" + d)
                .collect(Collectors.joining(", "));
        String keys = DIMENSIONS.stream().map(d -> "cell_" + d).collect(Collectors.joining(", "));
        String sums = SALES.stream()
                .map(m -> m.name().equals("shipping") ? "sum(fee) AS shipping" : "0 AS " + m.name())
                .collect(Collectors.joining(", "));
        return "SELECT hour, " + renamed() + ", " + sums + " FROM (SELECT " + startOfHour("o.order_placed_at")
                + " AS hour, " + dimensions
                + ", shipping_fee AS fee FROM (SELECT platform, order_id, shipping_fee FROM market_raw.order_parts FINAL"
                + " WHERE origin != 'INTERNAL' AND lines > 0) AS p INNER JOIN (" + orderTimes()
                + ") AS o USING (platform, order_id)) GROUP BY hour, " + keys;
    }

    private String salesLines() {
        String late = "status != 'CANCELLED' AND ifNull(" + localDate("delivered_at") + " > " + localDate("promised_at")
                + ", 0) AS is_late";
        return "SELECT l.* EXCEPT order_placed_at, o.order_placed_at AS order_placed_at, " + late
                + " FROM (SELECT * FROM market_raw.order_lines FINAL WHERE origin != 'INTERNAL') AS l INNER JOIN ("
                + orderTimes() + ") AS o USING (platform, order_id)";
    }

    private static String successLines() {
        return "SELECT *, coalesce(least(delivered_at, completed_at), delivered_at, completed_at) AS success"
                + " FROM market_raw.order_lines FINAL"
                + " WHERE origin != 'INTERNAL' AND status != 'CANCELLED' AND success IS NOT NULL";
    }

    private static String returnedLines() {
        return "SELECT *, returned_at AS returned FROM market_raw.order_lines FINAL"
                + " WHERE origin != 'INTERNAL' AND status = 'RETURNED' AND returned IS NOT NULL";
    }

    private static String orderTimes() {
        return "SELECT platform, order_id, min(placed_at) AS order_placed_at FROM market_raw.order_parts FINAL"
                + " GROUP BY platform, order_id";
    }

    private static String renamed() {
        return DIMENSIONS.stream().map(d -> "cell_" + d + " AS " + d).collect(Collectors.joining(", "));
    }

    private String startOfHour(String time) {
        return "toTimeZone(toStartOfHour(toTimeZone(assumeNotNull(%s), '%s')), 'UTC')".formatted(time, zone.getId());
    }

    private String localDate(String time) {
        return "toDate32(toTimeZone(%s, '%s'))".formatted(time, zone.getId());
    }
}
