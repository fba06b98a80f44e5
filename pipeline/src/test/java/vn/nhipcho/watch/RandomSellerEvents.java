package vn.nhipcho.watch;

import java.time.Duration;
import java.time.Instant;
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

/** Random stories of two sellers on two platforms over a year and a half, with ties and gaps of every kind. */
final class RandomSellerEvents {
    private static final Source NOWHERE = new Source("test", 0, 0, 0);
    private static final long START = Instant.parse("2023-01-01T00:00:00Z").toEpochMilli();
    private static final List<String> KINDS = List.of(
            "REGISTERED",
            "ACTIVATED",
            "PROFILE_READY",
            "TRAINED",
            "LOGGED_IN",
            "ACTIVITY",
            "SUSPENDED",
            "REINSTATED",
            "CLOSED");
    private static final List<String> PLATFORMS = List.of("shopee", "tiktok_shop");

    private RandomSellerEvents() {}

    static List<SellerEvent> of(Random random) {
        var events = new ArrayList<SellerEvent>();
        int count = 5 + random.nextInt(40);
        for (int i = 0; i < count; i++) {
            String seller = "seller-" + random.nextInt(2);
            long hash = random.nextLong();
            String eventId = "event-" + random.nextInt(30);
            events.add(
                    switch (random.nextInt(6)) {
                        case 0 -> account(random, seller, eventId, hash);
                        case 1 -> listing(random, seller, eventId, hash);
                        default -> push(random, seller, eventId, hash);
                    });
        }
        return events;
    }

    private static SellerEvent push(Random random, String seller, String eventId, long hash) {
        long at = instant(random);
        List<Line> lines = random.nextInt(3) == 0
                ? null
                : List.of(new Line(
                        "1",
                        random.nextBoolean() ? "product-1" : null,
                        random.nextBoolean() ? "XOAI" : null,
                        1000,
                        "kg",
                        50_000_00,
                        0,
                        0));
        return new SellerEvent(
                seller,
                new OrderPush(
                        pick(random, PLATFORMS),
                        "order-" + random.nextInt(12),
                        seller,
                        eventId,
                        pick(random, List.of(OrderStatus.values())),
                        "raw",
                        at,
                        hash,
                        random.nextInt(3) == 0
                                ? null
                                : at - random.nextInt(3) * Duration.ofDays(1).toMillis(),
                        lines,
                        null,
                        null,
                        null,
                        null,
                        random.nextInt(4) == 0 ? at + Duration.ofDays(1).toMillis() : null,
                        random.nextInt(4) == 0 ? "SELLER" : null,
                        random.nextInt(8) == 0 ? OrderPush.Origin.INTERNAL : null,
                        random.nextInt(8) == 0,
                        NOWHERE),
                null,
                null);
    }

    private static SellerEvent account(Random random, String seller, String eventId, long hash) {
        return new SellerEvent(
                seller,
                null,
                new AccountChange(
                        seller,
                        eventId,
                        pick(random, KINDS),
                        instant(random),
                        hash,
                        random.nextBoolean() ? "HOUSEHOLD" : null,
                        random.nextBoolean() ? new Place("93", "934", "31408") : null,
                        random.nextBoolean() ? "coop-1" : null,
                        random.nextInt(3) == 0 ? null : pick(random, PLATFORMS),
                        random.nextBoolean() ? "shop-" + random.nextInt(2) : null,
                        random.nextBoolean() ? "household-" + random.nextInt(2) : null,
                        NOWHERE),
                null);
    }

    private static SellerEvent listing(Random random, String seller, String eventId, long hash) {
        return new SellerEvent(
                seller,
                null,
                null,
                new ListingChange(
                        pick(random, PLATFORMS),
                        "listing-" + random.nextInt(2),
                        seller,
                        eventId,
                        pick(random, List.of("PUBLISHED", "CHANGED", "WITHDRAWN")),
                        instant(random),
                        hash,
                        "product-1",
                        random.nextBoolean() ? pick(random, List.of("XOAI", "KHOM")) : null,
                        random.nextBoolean() ? 10_00L : null,
                        "kg",
                        random.nextBoolean() ? 0L : null,
                        random.nextBoolean() ? 4 : null,
                        null,
                        null,
                        random.nextBoolean() ? 20_000 : null,
                        NOWHERE));
    }

    /** Days and half days of 540, so that ties are common. */
    private static long instant(Random random) {
        return START + random.nextInt(1080) * Duration.ofHours(12).toMillis();
    }

    private static <T> T pick(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
