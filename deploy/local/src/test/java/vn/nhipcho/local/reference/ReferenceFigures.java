package vn.nhipcho.local.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Figures that were computed independently of this project, and the plain queries on the views that must give the same, cell
 * by cell. The files stand beside the checkout and are no part of it.
 */
final class ReferenceFigures {
    private static final String MEASURES = " sum(orders) AS orders, sum(lines) AS items, sum(gross) AS gross,"
            + " sum(shipping) AS freight, sum(delivered_orders) AS delivered_orders,"
            + " sum(delivered_lines) AS delivered_items, sum(delivered_gross) AS delivered_gross,"
            + " sum(cancelled_orders) AS canceled_orders, sum(cancelled_lines) AS canceled_items,"
            + " sum(cancelled_gross) AS canceled_gross";

    /** File to query; each query's columns have the file's names. */
    static final Map<String, String> OLIST = Map.of(
            "olist_sample20k_total.csv", "SELECT" + MEASURES + " FROM market.sales WHERE grouping = 'all'",
            "olist_sample20k_day.csv",
                    "SELECT toString(toDate(hour)) AS day," + MEASURES
                            + " FROM market.sales WHERE grouping = 'all' GROUP BY day",
            "olist_sample20k_status.csv",
                    "SELECT status, toString(has_items) AS has_items, uniqExact(order_id) AS orders FROM (SELECT order_id,"
                            + " any(status_raw) AS status, max(lines) > 0 AS has_items FROM market.order_parts"
                            + " GROUP BY order_id) GROUP BY status, has_items",
            "olist_sample20k_state_month.csv",
                    "SELECT district AS seller_state, formatDateTime(hour, '%Y-%m') AS month," + MEASURES
                            + " FROM market.sales WHERE grouping = 'district' GROUP BY seller_state, month",
            "olist_sample20k_category_month.csv",
                    "SELECT commodity AS category, formatDateTime(hour, '%Y-%m') AS month," + MEASURES
                            + " FROM market.sales WHERE grouping = 'commodity' GROUP BY category, month",
            "olist_sample20k_state_category_month.csv",
                    "SELECT district AS seller_state, commodity AS category, formatDateTime(hour, '%Y-%m') AS month,"
                            + MEASURES
                            + " FROM market.sales WHERE grouping = 'district_commodity'"
                            + " GROUP BY seller_state, category, month",
            "olist_sample20k_late_by_state.csv",
                    // Of the orders with a delivery date: the file leaves out the one that has none.
                    "SELECT district AS seller_state, sum(delivered) AS delivered_orders, sum(late) AS late_orders FROM"
                            + " (SELECT district, delivered_orders AS delivered, 0 AS late FROM market.successes"
                            + " WHERE grouping = 'district' UNION ALL SELECT district, 0, late_orders FROM market.sales"
                            + " WHERE grouping = 'district') GROUP BY seller_state HAVING delivered_orders > 0",
            "olist_sample20k_seller.csv",
                    "SELECT seller_id, uniqExact(order_id) AS orders, count() AS items, sum(l.gross) AS gross,"
                            + " sum(shipping_fee) AS freight,"
                            + " uniqExactIf(order_id, status IN ('DELIVERED', 'COMPLETED')) AS delivered_orders,"
                            + " countIf(status IN ('DELIVERED', 'COMPLETED')) AS delivered_items,"
                            + " sumIf(l.gross, status IN ('DELIVERED', 'COMPLETED')) AS delivered_gross,"
                            + " uniqExactIf(order_id, status = 'CANCELLED') AS canceled_orders,"
                            + " countIf(status = 'CANCELLED') AS canceled_items,"
                            + " sumIf(l.gross, status = 'CANCELLED') AS canceled_gross"
                            + " FROM market.order_lines AS l GROUP BY seller_id",
            "olist_sample20k_stalled_sellers.csv",
                    // Held open at an instant: opened before it, and not resolved until then.
                    "SELECT toString(moment) AS as_of, replaceOne(rule, 'seller_quiet_', '') AS threshold_days, seller_id,"
                            + " district AS seller_state,"
                            + " toString(JSONExtractUInt(evidence, 'orders')) AS orders_before,"
                            + " formatDateTime(parseDateTimeBestEffort(JSONExtractString(evidence, 'last_order_at')),"
                            + " '%Y-%m-%d %H:%i:%S', 'America/Sao_Paulo') AS last_order"
                            + " FROM market.alerts CROSS JOIN (SELECT arrayJoin([toDateTime('2017-12-01 00:00:00',"
                            + " 'America/Sao_Paulo'), toDateTime('2018-04-01 00:00:00', 'America/Sao_Paulo'),"
                            + " toDateTime('2018-08-01 00:00:00', 'America/Sao_Paulo')]) AS moment) AS moments"
                            + " WHERE rule LIKE 'seller_quiet_%' AND state != 'WITHDRAWN' AND opened_at < moment"
                            + " AND (resolved_at IS NULL OR resolved_at >= moment)");

    static final Map<String, String> AGMARKNET = Map.of(
            "agmarknet_dev_district_commodity_month.csv",
            "SELECT district, commodity, formatDateTime(hour, '%Y-%m') AS month, sum(orders) AS rows,"
                    + " toDecimal64(sum(quantity_kg) / 1000, 2) AS arrivals_tonnes,"
                    // Rs a quintal of 100 kg; the reference rounds half to even.
                    + " CAST(roundBankers(divideDecimal(sum(s.gross) * 100, sum(quantity_kg), 10), 2) AS Decimal(38, 2))"
                    + " AS arrival_weighted_modal_price"
                    + " FROM market.sales AS s WHERE grouping = 'district_commodity'"
                    + " GROUP BY district, commodity, month");

    private ReferenceFigures() {}

    /**
     * Every cell of the file that has the name of a column of the answer (TSV with a header) equals it, and no row is
     * missing. A decimal's trailing zeros are the file's way of writing, no part of the figure.
     */
    static void assertEqual(Path file, String tsv) throws IOException {
        List<String> lines = tsv.lines().toList();
        List<String> columns = List.of(lines.get(0).split("\t"));
        var found = new ArrayList<List<String>>();
        for (String line : lines.subList(1, lines.size())) {
            found.add(Arrays.stream(line.split("\t", -1))
                    .map(ReferenceFigures::plain)
                    .toList());
        }
        assertThat(found)
                .as("rows of %s", file.getFileName())
                .containsExactlyInAnyOrderElementsOf(expected(file, columns));
    }

    private static List<List<String>> expected(Path file, List<String> columns) throws IOException {
        var rows = new ArrayList<List<String>>();
        var format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var parser = CSVParser.parse(Files.newBufferedReader(file), format)) {
            for (CSVRecord row : parser) {
                rows.add(columns.stream()
                        .map(row::get)
                        .map(ReferenceFigures::plain)
                        .toList());
            }
        }
        return rows;
    }

    private static String plain(String cell) {
        return cell.matches("-?\\d+\\.\\d+")
                ? new BigDecimal(cell).stripTrailingZeros().toPlainString()
                : cell;
    }
}
