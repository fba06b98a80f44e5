package vn.nhipcho.importer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The files of the public Olist data set that the importer reads, some of which may be missing. */
record OlistFiles(
        CsvFile orders,
        CsvFile items,
        CsvFile sellers,
        CsvFile products,
        Optional<CsvFile> customers,
        Optional<CsvFile> payments,
        Optional<CsvFile> deals,
        List<Path> paths) {
    private static final String NAME = "olist_%s_dataset.csv";
    private static final List<String> NEEDED = List.of("orders", "order_items", "sellers", "products");
    private static final List<String> WELCOME = List.of("customers", "order_payments", "closed_deals");

    static OlistFiles in(Path folder) throws IOException {
        var missing = NEEDED.stream()
                .map(NAME::formatted)
                .filter(name -> !Files.exists(folder.resolve(name)))
                .toList();
        if (!missing.isEmpty()) {
            throw new SourceException("olist: " + folder + " lacks " + String.join(", ", missing));
        }
        var paths = new ArrayList<Path>();
        for (String name : NEEDED) {
            paths.add(folder.resolve(NAME.formatted(name)));
        }
        for (String name : WELCOME) {
            var path = folder.resolve(NAME.formatted(name));
            if (Files.exists(path)) {
                paths.add(path);
            }
        }
        return new OlistFiles(
                open(
                        folder,
                        "orders",
                        "order_id",
                        "customer_id",
                        "order_status",
                        "order_purchase_timestamp",
                        "order_approved_at",
                        "order_delivered_carrier_date",
                        "order_delivered_customer_date",
                        "order_estimated_delivery_date"),
                open(
                        folder,
                        "order_items",
                        "order_id",
                        "order_item_id",
                        "product_id",
                        "seller_id",
                        "price",
                        "freight_value"),
                open(folder, "sellers", "seller_id", "seller_city", "seller_state"),
                open(folder, "products", "product_id", "product_category_name"),
                openIfThere(folder, "customers", "customer_id", "customer_state"),
                openIfThere(folder, "order_payments", "order_id", "payment_type"),
                openIfThere(folder, "closed_deals", "seller_id", "won_date"),
                paths);
    }

    private static CsvFile open(Path folder, String name, String... columns) throws IOException {
        return CsvFile.open(OlistImporter.FORMAT, folder.resolve(NAME.formatted(name)), List.of(columns));
    }

    private static Optional<CsvFile> openIfThere(Path folder, String name, String... columns) throws IOException {
        return Files.exists(folder.resolve(NAME.formatted(name)))
                ? Optional.of(open(folder, name, columns))
                : Optional.empty();
    }
}
