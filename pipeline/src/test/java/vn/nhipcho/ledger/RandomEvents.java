package vn.nhipcho.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import vn.nhipcho.model.AccountChange;
import vn.nhipcho.model.Line;
import vn.nhipcho.model.ListingChange;
import vn.nhipcho.model.OrderPush;
import vn.nhipcho.model.OrderStatus;
import vn.nhipcho.model.Place;
import vn.nhipcho.model.Source;
import vn.nhipcho.seller.SellerEvent;

/** Small random sets of events in a small world, so that ties, gaps and collisions of every kind are common. */
final class RandomEvents {
    private static final Source NOWHERE = new Source("test", 0, 0, 0);
    private static final long NOON = 1_750_000_000_000L;
    private static final List<String> SELLERS = List.of("seller-a", "seller-b");
    private static final List<String> ORDERS = List.of("order-1", "order-2");
    private static final List<String> PRODUCTS = List.of("product-x", "product-y");
    private static final List<String> COMMODITIES = List.of("KHOM", "MIT");
    private static final List<Place> PLACES = List.of(
            new Place("93", "934", "31408"), new Place("93", "930", "31321"), new Place("93", Place.MIXED, "31369"));
    private static final List<String> UNITS = List.of("kg", "trái", "hộp");

    private RandomEvents() {}

    /** An event whose order and seller ids get a suffix, so that every play has keys of its own. */
    @FunctionalInterface
    interface Draft {
        SellerEvent in(String suffix);
    }

    static List<Draft> drafts(Random random) {
        var drafts = new ArrayList<Draft>();
        int count = 1 + random.nextInt(14);
        for (int i = 0; i < count; i++) {
            long hash = random.nextLong();
            String eventId = "event-" + random.nextInt(20);
            drafts.add(
                    switch (random.nextInt(5)) {
                        case 0 -> account(random, eventId, hash);
                        case 1 -> listing(random, eventId, hash);
                        default -> push(random, eventId, hash);
                    });
        }
        return drafts;
    }

    private static Draft push(Random random, String eventId, long hash) {
        String seller = pick(random, SELLERS);
        String order = pick(random, ORDERS);
        OrderStatus status = pick(random, List.of(OrderStatus.values()));
        long occurredAt = instant(random);
        Long placedAt = maybe(random, instant(random));
        List<Line> lines = maybe(random, lines(random));
        Long fee = maybe(random, (long) random.nextInt(500));
        String payment = maybe(random, pick(random, List.of("COD", "card")));
        Long promisedAt = maybe(random, instant(random));
        Long confirmBy = maybe(random, instant(random));
        var origin = maybe(random, pick(random, List.of(OrderPush.Origin.values())));
        boolean snapshot = random.nextInt(6) == 0;
        return suffix -> new SellerEvent(
                seller + suffix,
                new OrderPush(
                        "shopee",
                        order + suffix,
                        seller + suffix,
                        eventId,
                        status,
                        status.name(),
                        occurredAt,
                        hash,
                        placedAt,
                        lines,
                        fee,
                        payment,
                        promisedAt,
                        null,
                        confirmBy,
                        null,
                        origin,
                        snapshot,
                        NOWHERE),
                null,
                null);
    }

    private static List<Line> lines(Random random) {
        var lines = new ArrayList<Line>();
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            lines.add(new Line(
                    "line-" + i,
                    maybe(random, pick(random, PRODUCTS)),
                    maybe(random, pick(random, COMMODITIES)),
                    random.nextInt(5000),
                    pick(random, UNITS),
                    random.nextInt(100_000),
                    random.nextInt(100),
                    random.nextInt(100)));
        }
        return lines;
    }

    private static Draft account(Random random, String eventId, long hash) {
        String seller = pick(random, SELLERS);
        long occurredAt = instant(random);
        String type = maybe(random, pick(random, List.of("HOUSEHOLD", "COOPERATIVE")));
        Place place = maybe(random, pick(random, PLACES));
        String cooperative = maybe(random, pick(random, List.of("", "coop-1", "coop-2")));
        return suffix -> new SellerEvent(
                seller + suffix,
                null,
                new AccountChange(
                        seller + suffix,
                        eventId,
                        "PROFILE_CHANGED",
                        occurredAt,
                        hash,
                        type,
                        place,
                        cooperative,
                        null,
                        null,
                        null,
                        NOWHERE),
                null);
    }

    private static Draft listing(Random random, String eventId, long hash) {
        String seller = pick(random, SELLERS);
        String product = pick(random, PRODUCTS);
        long occurredAt = instant(random);
        String commodity = maybe(random, pick(random, COMMODITIES));
        return suffix -> new SellerEvent(
                seller + suffix,
                null,
                null,
                new ListingChange(
                        "shopee",
                        "listing-" + product,
                        seller + suffix,
                        eventId,
                        "CHANGED",
                        occurredAt,
                        hash,
                        product,
                        commodity,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        NOWHERE));
    }

    /** A dozen instants over three days, so that ties are common. */
    private static long instant(Random random) {
        return NOON + random.nextInt(12) * 6 * 3_600_000L;
    }

    private static <T> T pick(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static <T> T maybe(Random random, T value) {
        return random.nextInt(3) == 0 ? null : value;
    }
}
