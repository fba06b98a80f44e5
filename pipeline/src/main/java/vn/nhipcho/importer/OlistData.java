package vn.nhipcho.importer;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import vn.nhipcho.deadletter.DeadLetterReason;

/** The Olist data set in memory, joined; about half a kilobyte an order. */
final class OlistData {
    final Map<String, OlistOrder> orders = new LinkedHashMap<>();
    final List<Seller> sellers = new ArrayList<>();
    private final Map<String, String> categories = new HashMap<>();
    private final Map<String, String> customerStates = new HashMap<>();
    private final Map<String, TreeSet<String>> paymentTypes = new HashMap<>();
    private final Map<String, Instant> dealsWon = new HashMap<>();

    /** A seller as the data set tells it; the city is as written. */
    record Seller(String id, String city, String state) {}

    /** Reads all files; rows that do not fit, and items of orders that are not there, go to the sink. */
    static OlistData read(OlistFiles files, ZoneId zone, ImportSink sink) throws IOException, InterruptedException {
        var data = new OlistData();
        files.products()
                .read(
                        sink,
                        row -> data.categories.put(
                                Fields.required(row[0], "product_id"), row[1].isEmpty() ? "(none)" : row[1].intern()));
        files.sellers()
                .read(
                        sink,
                        row -> data.sellers.add(new Seller(
                                Fields.required(row[0], "seller_id"),
                                row[1],
                                Fields.required(row[2], "seller_state"))));
        if (files.deals().isPresent()) {
            files.deals()
                    .get()
                    .read(
                            sink,
                            row -> data.dealsWon.merge(
                                    row[0],
                                    Fields.localTime(row[1], zone, "won_date"),
                                    (a, b) -> a.isBefore(b) ? a : b));
        }
        if (files.customers().isPresent()) {
            files.customers().get().read(sink, row -> data.customerStates.put(row[0], row[1].intern()));
        }
        if (files.payments().isPresent()) {
            files.payments().get().read(sink, row -> data.paymentTypes
                    .computeIfAbsent(row[0], order -> new TreeSet<>())
                    .add(row[1].intern()));
        }
        files.orders().read(sink, row -> data.addOrder(row, zone));
        files.items().read(sink, data::addItem);
        return data;
    }

    /** {@code (none)} for a product without a category; null, so not known, for a product that is not there. */
    String category(String productId) {
        return categories.get(productId);
    }

    String customerState(OlistOrder order) {
        return customerStates.get(order.customerId());
    }

    /** All ways an order was paid, such as {@code credit_card+voucher}; null when not told. */
    String paymentMethod(OlistOrder order) {
        var types = paymentTypes.get(order.id());
        return types == null ? null : String.join("+", types);
    }

    /** When the seller signed; null when not told. */
    Instant dealWonAt(String sellerId) {
        return dealsWon.get(sellerId);
    }

    private void addOrder(String[] row, ZoneId zone) throws RowRejected {
        var order = new OlistOrder(
                Fields.required(row[0], "order_id"),
                row[1],
                Fields.required(row[2], "order_status"),
                Fields.localTime(Fields.required(row[3], "order_purchase_timestamp"), zone, "order_purchase_timestamp"),
                timeIfTold(row[4], zone, "order_approved_at"),
                timeIfTold(row[5], zone, "order_delivered_carrier_date"),
                timeIfTold(row[6], zone, "order_delivered_customer_date"),
                timeIfTold(row[7], zone, "order_estimated_delivery_date"));
        if (orders.putIfAbsent(order.id(), order) != null) {
            throw new RowRejected(DeadLetterReason.MALFORMED_ROW, "order_id stands in an earlier row");
        }
    }

    private void addItem(String[] row) throws RowRejected {
        var order = orders.get(row[0]);
        if (order == null) {
            throw new RowRejected(DeadLetterReason.MALFORMED_ROW, "order_id is in no accepted row of the orders");
        }
        var item = new OlistOrder.Item(
                Fields.required(row[1], "order_item_id"),
                row[2],
                Fields.amount(row[4], 2, "price"),
                Fields.amount(row[5], 2, "freight_value"));
        order.itemsBySeller()
                .computeIfAbsent(Fields.required(row[3], "seller_id"), seller -> new ArrayList<>(1))
                .add(item);
    }

    private static Instant timeIfTold(String text, ZoneId zone, String field) throws RowRejected {
        return text.isEmpty() ? null : Fields.localTime(text, zone, field);
    }
}
