package vn.nhipcho.importer;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An order of the Olist data set with its items by seller. Times are null when not told. */
record OlistOrder(
        String id,
        String customerId,
        String status,
        Instant purchasedAt,
        Instant approvedAt,
        Instant carrierAt,
        Instant deliveredAt,
        Instant promisedAt,
        Map<String, List<Item>> itemsBySeller) {

    /** One item: the data set has a row for each piece. */
    record Item(String id, String productId, BigDecimal price, BigDecimal freight) {}

    /** A step of the order with the status that the marketplace wrote then. */
    record Milestone(String name, String status, Instant at) {}

    OlistOrder(
            String id,
            String customerId,
            String status,
            Instant purchasedAt,
            Instant approvedAt,
            Instant carrierAt,
            Instant deliveredAt,
            Instant promisedAt) {
        this(id, customerId, status, purchasedAt, approvedAt, carrierAt, deliveredAt, promisedAt, new TreeMap<>());
    }

    /** The milestones that have a time, in the order of the process and not of their times. */
    List<Milestone> milestones() {
        var milestones = new ArrayList<Milestone>(4);
        milestones.add(new Milestone("1-purchase", "created", purchasedAt));
        addIfTold(milestones, "2-approval", "approved", approvedAt);
        addIfTold(milestones, "3-carrier", "shipped", carrierAt);
        addIfTold(milestones, "4-delivery", "delivered", deliveredAt);
        return milestones;
    }

    private static void addIfTold(List<Milestone> milestones, String name, String status, Instant at) {
        if (at != null) {
            milestones.add(new Milestone(name, status, at));
        }
    }
}
