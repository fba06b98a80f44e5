package vn.nhipcho.local.bench;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import vn.nhipcho.event.AccountEvent;
import vn.nhipcho.event.AccountEventKind;
import vn.nhipcho.event.OrderEvent;
import vn.nhipcho.event.OrderLine;
import vn.nhipcho.event.OrderOrigin;
import vn.nhipcho.event.SellerType;
import vn.nhipcho.model.OrderStatus;

/**
 * Orders and accounts for filling state: orders come evenly over five hundred days, sellers, goods and places by chance. It
 * is no season and tells nothing that a dashboard could show.
 */
final class GrowthEvents {
    /** As many as the programme has accounts. */
    static final long SELLERS = 58_000;

    private static final List<String> PLATFORMS = List.of("shopee", "lazada", "tiktok", "voso", "buudien");
    private static final List<String> GOODS = List.of("KHOM", "BUOI_NR");
    private static final List<String> COMMUNES = List.of("31321", "31333");
    /** By push. Two in three move no total, as in a season. */
    private static final List<OrderStatus> STATUSES = List.of(
            OrderStatus.AWAITING_SELLER,
            OrderStatus.AWAITING_PICKUP,
            OrderStatus.IN_TRANSIT,
            OrderStatus.IN_TRANSIT,
            OrderStatus.DELIVERED,
            OrderStatus.COMPLETED);

    private static final Instant BEGIN = Instant.parse("2024-01-01T00:00:00Z");
    private static final Duration SEASON = Duration.ofDays(500);
    private static final Duration BETWEEN_PUSHES = SEASON.dividedBy(GrowthPlan.PUSH_INTERVALS);

    private GrowthEvents() {}

    static AccountEvent account(long seller) {
        return new AccountEvent(
                "account-" + seller,
                "seller-" + seller,
                AccountEventKind.REGISTERED,
                BEGIN,
                SellerType.HOUSEHOLD,
                null,
                null,
                null,
                any(COMMUNES, seller),
                null,
                null,
                null,
                null);
    }

    static OrderEvent order(GrowthPlan plan, long place) {
        GrowthPlan.Event event = plan.at(place);
        long chance = Math.abs(GrowthPlan.scattered(event.order()) / 2);
        boolean first = event.push() == 0;
        Instant placedAt = BEGIN.plusMillis(SEASON.toMillis() / plan.orders() * event.order());
        return new OrderEvent(
                "event-" + place,
                any(PLATFORMS, chance),
                "order-" + event.order(),
                "seller-" + chance % SELLERS,
                STATUSES.get(event.push()).name(),
                placedAt.plus(BETWEEN_PUSHES.multipliedBy(event.push())),
                first ? placedAt : null,
                first ? List.of(line(chance)) : null,
                first ? dong(20_000) : null,
                first ? "VND" : null,
                first ? "COD" : null,
                first ? placedAt.plus(Duration.ofDays(5)) : null,
                null,
                null,
                null,
                first ? OrderOrigin.CUSTOMER : null,
                false,
                "growth");
    }

    private static OrderLine line(long chance) {
        return new OrderLine(
                "1",
                "product-" + chance % 1_000,
                any(GOODS, chance / 7),
                BigDecimal.valueOf(1_000 + chance % 9_000, 3),
                "kg",
                dong(12_000 + chance % 100 * 100),
                null,
                null);
    }

    private static <T> T any(List<T> of, long chance) {
        return of.get((int) (chance % of.size()));
    }

    private static BigDecimal dong(long dong) {
        return BigDecimal.valueOf(dong).setScale(2);
    }
}
