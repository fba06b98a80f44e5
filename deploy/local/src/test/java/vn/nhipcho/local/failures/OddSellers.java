package vn.nhipcho.local.failures;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.avro.Schema;
import vn.nhipcho.event.AccountEvent;
import vn.nhipcho.event.ListingEvent;
import vn.nhipcho.event.OrderEvent;

/**
 * Sellers such as no simulation brings: shops suspended, closed and opened again, orders that go back and forth or have no
 * account, marketplaces left behind, everything on a coarse grid of time, so that much happens at one instant. Plausible
 * it is not; the same seed gives the same events.
 */
final class OddSellers {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int DAYS = 240;
    private static final Instant END = Instant.parse("2026-06-30T12:00:00Z");
    /** Tết, the Hùng Kings' day, 30 April. */
    private static final List<Instant> HOLIDAYS = List.of(
            Instant.parse("2026-02-18T00:00:00Z"),
            Instant.parse("2026-04-26T06:00:00Z"),
            Instant.parse("2026-05-01T06:00:00Z"));

    private static final List<String> PLATFORMS = List.of("lazada", "tiktok_shop", "tiki", "voso", "postmart");
    private static final List<String> COMMODITIES = List.of("SAU_RIENG", "MIT", "CAM", "LUA", "GAO", "QUYT");
    private static final List<String> ACCOUNT_KINDS = List.of(
            "REGISTERED",
            "ACTIVATED",
            "PROFILE_READY",
            "TRAINED",
            "LOGGED_IN",
            "SUSPENDED",
            "REINSTATED",
            "REINSTATED",
            "CLOSED");
    private static final List<String> ROAD =
            List.of("UNPAID", "AWAITING_SELLER", "AWAITING_PICKUP", "IN_TRANSIT", "DELIVERED", "COMPLETED");
    private static final List<String> BYWAYS = List.of(
            "AWAITING_SELLER",
            "ON_HOLD",
            "DELIVERY_FAILED",
            "RETURNING",
            "RETURNED",
            "CANCEL_REQUESTED",
            "CANCELLED",
            "LOST_DAMAGED",
            "no such status");

    private final Random random;
    private final List<String> lines = new ArrayList<>();
    private int number;

    private OddSellers(long seed) {
        this.random = new Random(seed);
    }

    /** Appends them to a season that ends with June 2026. */
    static void mixInto(Path season, long seed, int sellers) throws IOException {
        var odd = new OddSellers(seed);
        for (int seller = 0; seller < sellers; seller++) {
            odd.addSeller("odd-" + seller);
        }
        Files.write(season, odd.lines, StandardOpenOption.APPEND);
    }

    private void addSeller(String seller) {
        List<String> sellsOn = PLATFORMS.subList(0, 1 + random.nextInt(PLATFORMS.size()));
        for (int i = random.nextInt(10); i > 0; i--) {
            addAccount(seller, sellsOn);
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            addListing(seller, any(sellsOn), i);
        }
        Instant at = when();
        boolean isBrisk = random.nextInt(6) == 0;
        for (int left = isBrisk ? 46 : random.nextInt(14); left > 0; left--) {
            addOrder(seller, any(sellsOn), at);
            at = at.plus(isBrisk ? briskGap(left) : Duration.ofDays(random.nextInt(any(List.of(20, 20, 20, 120)))));
        }
    }

    /** Four orders a day for ten days, then one in a week or two: silences that are soon told, one soon after the other. */
    private Duration briskGap(int left) {
        return Duration.ofHours(left > 6 ? 6 : 24 * (5 + random.nextInt(7)));
    }

    private void addAccount(String seller, List<String> sellsOn) {
        ObjectNode event = event(seller, when()).put("kind", any(ACCOUNT_KINDS));
        if (random.nextBoolean()) {
            event.put("platform", any(sellsOn)).put("shop_id", "shop-" + random.nextInt(3));
        }
        if (random.nextInt(3) == 0) {
            event.put("seller_type", any(List.of("HOUSEHOLD", "COOPERATIVE")));
            event.put("commune_code", any(List.of("31340", "31342"))).put("commune_valid_on", "2025-01-01");
        }
        if (random.nextInt(3) == 0) {
            event.put("household_key", "house-" + random.nextInt(3));
        }
        add("accounts", AccountEvent.getClassSchema(), event);
    }

    private void addListing(String seller, String platform, int which) {
        Instant at = when();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            ObjectNode event = event(seller, at)
                    .put("platform", platform)
                    .put("listing_id", seller + "-" + which)
                    .put("kind", any(List.of("PUBLISHED", "CHANGED", "WITHDRAWN")));
            if (random.nextBoolean()) {
                event.put("commodity", any(COMMODITIES));
            }
            if (random.nextBoolean()) {
                event.put("stock", any(List.of("0.000", "5.000"))).put("unit", "kg");
            }
            add("listings", ListingEvent.getClassSchema(), event);
            at = at.plus(step());
        }
    }

    private void addOrder(String seller, String platform, Instant placedAt) {
        String id = seller + "-" + ++number;
        Instant at = placedAt;
        int road = random.nextInt(2);
        for (int i = 0; i < 6 && road < ROAD.size(); i++) {
            boolean isByway = random.nextInt(6) == 0;
            ObjectNode event = event(seller, at)
                    .put("platform", platform)
                    .put("order_id", id)
                    .put("status_raw", isByway ? any(BYWAYS) : ROAD.get(road++))
                    .put("status_is_snapshot", false);
            if (i == 0) {
                addLines(event, seller);
            }
            addExtras(event, placedAt);
            add("orders", OrderEvent.getClassSchema(), event);
            if (random.nextInt(6) == 0) {
                return;
            }
            at = at.plus(step());
        }
    }

    private void addLines(ObjectNode event, String seller) {
        var told = event.putArray("lines");
        for (int line = random.nextInt(3); line > 0; line--) {
            ObjectNode one = told.addObject().put("line_id", Integer.toString(line));
            if (random.nextBoolean()) {
                one.put("commodity", any(COMMODITIES));
            } else {
                one.put("product_id", seller + "-" + (1 + random.nextInt(4)));
            }
            one.put("quantity", "1.500").put("unit", "kg").put("unit_price", "20000.00");
        }
    }

    private void addExtras(ObjectNode event, Instant placedAt) {
        if (random.nextInt(4) == 0) {
            event.put(
                    "placed_at",
                    placedAt.minus(Duration.ofHours(random.nextInt(3))).toString());
        }
        if (random.nextInt(5) == 0) {
            event.put(
                    "confirm_by",
                    placedAt.plus(Duration.ofHours(random.nextInt(72) - 6)).toString());
        }
        if (random.nextInt(5) == 0) {
            event.put("cancelled_by", any(List.of("seller", "SELLER", "buyer")));
        }
        if (random.nextInt(12) == 0) {
            event.put("origin", any(List.of("CUSTOMER", "PROGRAMME", "INTERNAL")));
        }
    }

    private ObjectNode event(String seller, Instant at) {
        return JSON.createObjectNode()
                .put("event_id", "odd-" + ++number)
                .put("seller_id", seller)
                .put("occurred_at", at.toString());
    }

    /** In the order of the schema's fields, as the product writes an event down. */
    private void add(String topic, Schema schema, ObjectNode event) {
        if (Instant.parse(event.get("occurred_at").asText()).isAfter(END)) {
            return;
        }
        ObjectNode line = JSON.createObjectNode().put("topic", topic);
        ObjectNode ordered = line.putObject("event");
        for (Schema.Field field : schema.getFields()) {
            if (event.has(field.name())) {
                ordered.set(field.name(), event.get(field.name()));
            }
        }
        lines.add(line.toString());
    }

    /** Often before or on days on which nobody works. */
    private Instant when() {
        if (random.nextInt(3) == 0) {
            return any(HOLIDAYS).minus(Duration.ofHours(6L * random.nextInt(12)));
        }
        return END.minus(Duration.ofHours(12L * random.nextInt(2 * DAYS)));
    }

    private Duration step() {
        return Duration.ofHours(any(List.of(0, 1, 6, 12, 24, 72)));
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
