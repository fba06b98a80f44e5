package vn.nhipcho.local.failures;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What ClickHouse holds, asked of it directly; amounts as whole hundredths, weights and pieces as whole thousandths. */
record Held(String url) {
    private static final String CELL =
            "toUnixTimestamp(hour), grouping, platform, province, district, commune, commodity, cooperative, seller_type, ";

    static final String SALES = "SELECT " + CELL
            + "orders, delivered_orders, cancelled_orders, returned_orders, late_orders, lines, delivered_lines,"
            + " cancelled_lines, toInt64(s.quantity_kg * 1000), toInt64(s.quantity_pieces * 1000),"
            + " toInt64(s.delivered_quantity_kg * 1000), toInt64(s.delivered_gross_kg * 100), lines_unconverted,"
            + " toInt64(s.gross * 100), toInt64(s.delivered_gross * 100), toInt64(s.cancelled_gross * 100),"
            + " toInt64(s.shipping * 100) FROM market.sales AS s";

    static final String SUCCESSES = "SELECT " + CELL
            + "delivered_orders, delivered_lines, toInt64(s.delivered_quantity_kg * 1000),"
            + " toInt64(s.delivered_quantity_pieces * 1000), toInt64(s.delivered_gross_kg * 100), lines_unconverted,"
            + " toInt64(s.delivered_gross * 100), returned_orders, returned_lines, toInt64(s.returned_gross * 100)"
            + " FROM market.successes AS s";

    private static final String STATE = millis("placed_at, order_placed_at") + ", status, status_raw, "
            + millis("status_at, awaiting_seller_at, awaiting_pickup_at, in_transit_at, delivered_at, completed_at,"
                    + " delivery_failed_at, returned_at, cancelled_at, success_at, promised_at")
            + ", toUInt8(late)";
    static final String PLACE = "province, district, commune, cooperative, seller_type";

    static final String ORDER_LINES = "SELECT platform, order_id, seller_id, line_id, product_id, commodity,"
            + " toInt64(l.quantity * 1000), unit, toInt64(l.unit_price * 100), toInt64(l.discount * 100),"
            + " toInt64(l.shipping_fee * 100), toInt64(l.quantity_kg * 1000), toInt64(l.quantity_pieces * 1000),"
            + " toInt64(l.gross * 100), " + STATE + ", payment_method, buyer_province, origin, " + PLACE
            + " FROM market.order_lines AS l";

    static final String ORDER_PARTS = "SELECT platform, order_id, seller_id, " + STATE
            + ", lines, toInt64(l.gross * 100), toInt64(l.shipping_fee * 100), payment_method, buyer_province, "
            + millis("confirm_by") + ", cancelled_by, origin, " + PLACE + " FROM market.order_parts AS l";

    /** Every event that was ever applied, as it was told. */
    static final String HISTORY = Stream.of("order", "account", "listing")
            .map(what -> "SELECT '" + what + "s', event_key, event_id, seller_id, " + millis("occurred_at")
                    + ", event FROM market_raw." + what + "_events AS l FINAL")
            .collect(Collectors.joining(" UNION ALL "));

    static final String DEAD_LETTERS =
            "SELECT topic, partition, offset, reason FROM market.dead_letters WHERE attempts = 1";

    /** By job and topic; its minutes are those of Kafka's clock and differ between runs. */
    static final String LEDGER = "SELECT job, topic, sum(l.consumed), sum(l.applied) + sum(l.superseded),"
            + " sum(l.consumed) - sum(l.applied) - sum(l.superseded) - sum(l.duplicate) - sum(l.dead), sum(l.dead),"
            + " sum(l.gaps) FROM market.ledger AS l GROUP BY job, topic";

    /** Alerts that were withdrawn tell of an arrival order, and a silent feed of the clock on the wall. */
    static final List<String> OF_SELLERS = List.of(
            "SELECT alert_id, rule, subject, state, severity, opened_at, resolved_at, reason, evidence, cause, district"
                    + " FROM market.alerts WHERE state != 'WITHDRAWN' AND rule != 'feed_silent'",
            "SELECT * FROM market.seller_stages",
            "SELECT * FROM market.seller_days",
            "SELECT * FROM market.sellers");

    static final String LAST_STATES = "SELECT alert_id, concat(state, ' ', severity) FROM market.alerts";
    static final String REFUSED = "SELECT count() FROM market_raw.refused_rows";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    TreeSet<String> rows(String sql) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url))
                .POST(HttpRequest.BodyPublishers.ofString(sql + " FORMAT TSV"))
                .build();
        HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(sql + ": " + answer.body());
        }
        var rows = new TreeSet<String>();
        for (String row : answer.body().lines().toList()) {
            if (!rows.add(row)) {
                throw new AssertionError("a row is there twice in " + sql + ": " + row);
            }
        }
        return rows;
    }

    /** Times of the table with the alias {@code l}, as the events tell them. */
    static String millis(String columns) {
        return List.of(columns.split(", *")).stream()
                .map("toUnixTimestamp64Milli(l.%s)"::formatted)
                .collect(Collectors.joining(", "));
    }
}
