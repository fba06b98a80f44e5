package vn.nhipcho.importer;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;
import vn.nhipcho.event.AccountEvent;
import vn.nhipcho.event.AccountEventKind;
import vn.nhipcho.event.OrderEvent;
import vn.nhipcho.event.OrderLine;
import vn.nhipcho.marketplace.StatusMap;

/**
 * The public Olist data set, sent in the order of time: an event for each order, seller and milestone, and one for the
 * final status, which is read from a snapshot. An order without items goes to the seller {@code ''}. A seller becomes an
 * account at the time its deal was won, failing that at its first order, failing that at the first order of all.
 */
final class OlistImporter implements Importer {
    static final String FORMAT = "olist";
    private static final BigDecimal ONE = new BigDecimal("1.000");
    private static final int BYTES_AN_ORDER = 175;
    private static final int EVENTS_AN_ORDER = 5;
    private static final StatusMap STATUSES = StatusMap.load();

    private final OlistFiles files;
    private final ZoneId zone;

    /** An event that waits to be sent; built only then, since the line lists of all would fill the memory. */
    private record Due(Instant at, Supplier<ImportedEvent> event) {}

    private OlistImporter(OlistFiles files, ZoneId zone) {
        this.files = files;
        this.zone = zone;
    }

    static Importer open(Path folder, ImportContext context) throws IOException {
        return new OlistImporter(OlistFiles.in(folder), context.zone());
    }

    @Override
    public void run(ImportSink sink) throws IOException, InterruptedException {
        var data = OlistData.read(files, zone, sink);
        var due = new ArrayList<Due>(data.orders.size() * EVENTS_AN_ORDER);
        addAccounts(data, due);
        for (OlistOrder order : data.orders.values()) {
            if (order.itemsBySeller().isEmpty()) {
                addPart(data, order, "", due);
            }
            for (String seller : order.itemsBySeller().keySet()) {
                addPart(data, order, seller, due);
            }
        }
        due.sort(Comparator.comparing(Due::at)); // stable: accounts ahead of orders, milestones in their order
        for (Due event : due) {
            sink.accept(event.event().get());
        }
    }

    @Override
    public String identity() {
        try {
            return SourceFiles.identity(FORMAT, zone, files.paths());
        } catch (IOException e) {
            throw new SourceException("olist: the files cannot be read any more: " + e.getMessage());
        }
    }

    @Override
    public OptionalLong estimatedEvents() {
        return OptionalLong.of(files.paths().get(0).toFile().length() / BYTES_AN_ORDER * EVENTS_AN_ORDER);
    }

    @Override
    public boolean timeOrdered() {
        return true;
    }

    private static void addAccounts(OlistData data, List<Due> due) {
        Map<String, Instant> firstOrders = new HashMap<>();
        for (OlistOrder order : data.orders.values()) {
            for (String seller : order.itemsBySeller().keySet()) {
                firstOrders.merge(seller, order.purchasedAt(), OlistImporter::earlier);
            }
        }
        Instant firstOfAll = data.orders.values().stream()
                .map(OlistOrder::purchasedAt)
                .reduce(OlistImporter::earlier)
                .orElse(Instant.EPOCH);
        for (OlistData.Seller seller : data.sellers) {
            Instant won = data.dealWonAt(seller.id());
            Instant at = won != null ? won : firstOrders.getOrDefault(seller.id(), firstOfAll);
            due.add(new Due(at, () -> ImportedEvent.of(account(seller, at))));
        }
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private static void addPart(OlistData data, OlistOrder order, String seller, List<Due> due) {
        for (OlistOrder.Milestone milestone : order.milestones()) {
            due.add(new Due(milestone.at(), () -> ImportedEvent.of(event(data, order, seller, milestone, false))));
        }
        var last = new OlistOrder.Milestone("5-final", order.status(), finalAt(order));
        due.add(new Due(last.at(), () -> ImportedEvent.of(event(data, order, seller, last, true))));
    }

    /**
     * The latest milestone's time, which the final status wins: by rank, or by its event id among equals. Where its rank
     * is the lower one (no such order is known), a millisecond later.
     */
    private static Instant finalAt(OlistOrder order) {
        Instant latest = order.milestones().stream()
                .map(OlistOrder.Milestone::at)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        int rank = STATUSES.canonical(FORMAT, order.status()).rank();
        boolean outranked = order.milestones().stream()
                .filter(milestone -> milestone.at().equals(latest))
                .anyMatch(milestone ->
                        STATUSES.canonical(FORMAT, milestone.status()).rank() > rank);
        return outranked ? latest.plusMillis(1) : latest;
    }

    private static OrderEvent event(
            OlistData data, OlistOrder order, String seller, OlistOrder.Milestone milestone, boolean snapshot) {
        var event = OrderEvent.newBuilder()
                .setEventId(order.id() + "." + seller + "." + milestone.name())
                .setPlatform(FORMAT)
                .setOrderId(order.id())
                .setSellerId(seller)
                .setStatusRaw(milestone.status())
                .setOccurredAt(milestone.at())
                .setPlacedAt(order.purchasedAt())
                .setStatusIsSnapshot(snapshot)
                .setCurrency("BRL")
                .setSource(FORMAT);
        if (milestone.status().equals("created") && !snapshot) {
            event.setLines(lines(data, order, seller))
                    .setPromisedAt(order.promisedAt())
                    .setPaymentMethod(data.paymentMethod(order))
                    .setBuyerProvince(data.customerState(order));
        }
        return event.build();
    }

    private static List<OrderLine> lines(OlistData data, OlistOrder order, String seller) {
        var lines = new ArrayList<OrderLine>();
        for (OlistOrder.Item item : order.itemsBySeller().getOrDefault(seller, List.of())) {
            lines.add(OrderLine.newBuilder()
                    .setLineId(item.id())
                    .setProductId(item.productId())
                    .setCommodity(data.category(item.productId()))
                    .setQuantity(ONE)
                    .setUnit("piece")
                    .setUnitPrice(item.price())
                    .setShippingFee(item.freight())
                    .build());
        }
        return lines;
    }

    private static AccountEvent account(OlistData.Seller seller, Instant at) {
        // One real seller has an e-mail address for its city; the contract carries none.
        String city = seller.city().isEmpty() || seller.city().contains("@")
                ? null
                : Normalizer.normalize(seller.city(), Normalizer.Form.NFC);
        return AccountEvent.newBuilder()
                .setEventId(seller.id() + ".registered")
                .setSellerId(seller.id())
                .setKind(AccountEventKind.REGISTERED)
                .setOccurredAt(at)
                .setPlatform(FORMAT)
                .setShopId(seller.id())
                .setCommuneCode(city)
                .setDistrictCode(seller.state())
                .setProvinceCode(seller.state())
                .build();
    }
}
