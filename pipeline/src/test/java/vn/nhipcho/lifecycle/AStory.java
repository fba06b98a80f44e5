package vn.nhipcho.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.nhipcho.model.AccountChange;
import vn.nhipcho.model.ListingChange;
import vn.nhipcho.model.OrderStatus;
import vn.nhipcho.model.Source;
import vn.nhipcho.seller.SellerHistory;

/** Builds the case of one seller, event by event; instants as ISO 8601. */
public final class AStory {
    private static final Source NOWHERE = new Source("test", 0, 0, 0);

    private final List<OrderTrace> orders = new ArrayList<>();
    private final Map<String, ListingState> listings = new LinkedHashMap<>();
    private SellerHistory history = SellerHistory.UNKNOWN_SELLER;
    private AccountStory accounts = AccountStory.NONE;
    private String platform = "shopee";
    private List<String> commodities = List.of("KHOM");
    private long hashes;

    public static AStory aStory() {
        return new AStory();
    }

    public static long millis(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }

    public AStory on(String platformCode) {
        platform = platformCode;
        return this;
    }

    public AStory selling(String... codes) {
        commodities = List.of(codes);
        return this;
    }

    public AStory account(String kind, String instant) {
        return account(kind, instant, null);
    }

    public AStory account(String kind, String instant, String onPlatform) {
        var change = new AccountChange(
                "seller-a",
                "event-" + hashes,
                kind,
                millis(instant),
                ++hashes,
                "HOUSEHOLD",
                null,
                null,
                onPlatform,
                onPlatform == null ? null : "shop-" + onPlatform,
                null,
                NOWHERE);
        history = history.merge(change);
        accounts = accounts.with(change);
        return this;
    }

    public AStory listing(String id, String kind, String instant, Long stock) {
        var change = new ListingChange(
                platform,
                id,
                "seller-a",
                "event-" + hashes,
                kind,
                millis(instant),
                ++hashes,
                id,
                commodities.isEmpty() ? null : commodities.get(0),
                null,
                "kg",
                stock,
                null,
                null,
                null,
                null,
                NOWHERE);
        listings.merge(id, ListingState.empty(change).with(change), (known, none) -> known.with(change));
        return this;
    }

    public AStory order(String instant) {
        return order(instant, OrderStatus.COMPLETED, null, millis(instant) + 1, null);
    }

    public AStory cancelledOrder(String instant, String by) {
        return order(instant, OrderStatus.CANCELLED, null, millis(instant) + 1, by);
    }

    public AStory returnedOrder(String instant) {
        return order(instant, OrderStatus.RETURNED, null, millis(instant) + 1, null);
    }

    /** An order that waits for the seller from its placing on. */
    public AStory waiting(String instant, String movedOn, String confirmBy) {
        orders.add(new OrderTrace(
                platform,
                "order-" + orders.size(),
                millis(instant),
                OrderStatus.AWAITING_SELLER,
                millis(instant),
                millis(instant),
                movedOn == null ? null : millis(movedOn),
                null,
                null,
                confirmBy == null ? null : millis(confirmBy),
                null,
                250_000_00,
                commodities));
        return this;
    }

    private AStory order(String instant, OrderStatus status, Long awaitingAt, Long movedOnAt, String cancelledBy) {
        boolean success = status == OrderStatus.COMPLETED;
        orders.add(new OrderTrace(
                platform,
                "order-" + orders.size(),
                millis(instant),
                status,
                millis(instant),
                awaitingAt,
                movedOnAt,
                success ? Long.valueOf(millis(instant) + 86_400_000) : null,
                status == OrderStatus.RETURNED ? Long.valueOf(millis(instant) + 86_400_000) : null,
                null,
                cancelledBy,
                100_000_00,
                commodities));
        return this;
    }

    public SellerCase told() {
        return SellerCase.of("seller-a", history, accounts, listings.values(), orders);
    }
}
