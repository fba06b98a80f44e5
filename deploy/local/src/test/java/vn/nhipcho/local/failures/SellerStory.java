package vn.nhipcho.local.failures;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** All that is known of one seller in the end, sorted: accounts, listings, counted orders, open doors. Judges nothing. */
final class SellerStory {
    static final long DAY = 86_400_000L;
    private static final long LEFT_AFTER = 90 * DAY;
    private static final Set<String> VISITS =
            Set.of("PROFILE_READY", "TRAINED", "PROFILE_CHANGED", "LOGGED_IN", "ACTIVITY");
    private static final Set<String> OPENINGS = Set.of("REGISTERED", "ACTIVATED");
    private static final Set<String> OF_ALL_SHOPS = Set.of("SUSPENDED", "REINSTATED", "CLOSED");

    final String id;
    final List<JsonNode> accounts;
    /** By platform and listing id, oldest first. */
    final Map<String, List<JsonNode>> listings = new TreeMap<>();

    final List<Oracle.Part> orders;
    /** Codes the seller ever listed or sold. */
    final Set<String> commodities = new TreeSet<>();
    /** On which it ever sold or listed, with the newest doing there. */
    private final Map<String, Long> soldOn = new TreeMap<>();

    final List<Stretch> shut = new ArrayList<>();

    SellerStory(String id, List<JsonNode> accounts, List<JsonNode> listingEvents, List<Oracle.Part> parts) {
        this.id = id;
        this.accounts = accounts;
        this.orders = parts.stream().filter(Oracle.Part::counts).toList();
        for (JsonNode event : listingEvents) {
            String key = text(event, "platform") + ':' + text(event, "listing_id");
            listings.computeIfAbsent(key, absent -> new ArrayList<>()).add(event);
            soldOn.merge(text(event, "platform"), Oracle.occurredAt(event), Math::max);
        }
        listings.values()
                .forEach(events -> commodities.add(
                        Objects.requireNonNullElse(newest(events, event -> text(event, "commodity")), "(none)")));
        for (Oracle.Part order : orders) {
            order.lines().forEach(line -> commodities.add(line.commodity));
            soldOn.merge(platform(order), order.placedAt, Math::max);
        }
        commodities.removeAll(Set.of("", "(none)", "unknown"));
        findShut();
    }

    /** Where the seller sells: not where nothing of it happened in the 90 days before its newest doing elsewhere. */
    Set<String> platforms() {
        long newest = soldOn.values().stream().mapToLong(at -> at).max().orElse(0);
        var used = new TreeSet<>(soldOn.keySet());
        used.removeIf(platform -> newest - soldOn.get(platform) > LEFT_AFTER);
        return used;
    }

    /** With those on which it only has an account. */
    Set<String> allPlatforms() {
        var all = platforms();
        all.addAll(accountPlatforms());
        return all;
    }

    TreeSet<String> accountPlatforms() {
        var all = new TreeSet<String>();
        accounts.stream().filter(event -> event.has("platform")).forEach(event -> all.add(text(event, "platform")));
        return all;
    }

    /** The newest shop that was told of a platform; empty: none. */
    String shopOn(String platform) {
        String shop = newest(
                accounts.stream()
                        .filter(event -> platform.equals(text(event, "platform")))
                        .toList(),
                event -> text(event, "shop_id"));
        return shop == null ? "" : shop;
    }

    String household() {
        String key = newest(accounts, event -> text(event, "household_key"));
        return key == null ? "" : key;
    }

    /** Earliest event of a kind, or null. */
    Long first(String kind) {
        return accounts.stream()
                .filter(event -> text(event, "kind").equals(kind))
                .findFirst()
                .map(Oracle::occurredAt)
                .orElse(null);
    }

    List<JsonNode> visits() {
        return accounts.stream()
                .filter(event -> VISITS.contains(text(event, "kind")))
                .toList();
    }

    Long listedAt() {
        return min(allListingEvents().map(Oracle::occurredAt));
    }

    Stream<JsonNode> allListingEvents() {
        return listings.values().stream().flatMap(Collection::stream);
    }

    Long firstOrderAt() {
        return orders.isEmpty() ? null : (Long) orders.get(0).placedAt;
    }

    /** When the seller first did something itself; null: others opened and activated its account, and that was all. */
    Long firstOwnAct() {
        return min(Stream.of(visits().stream().map(Oracle::occurredAt), Stream.of(listedAt(), firstOrderAt()))
                .flatMap(times -> times)
                .filter(Objects::nonNull));
    }

    /** OPEN, SUSPENDED or CLOSED: as long as one shop is open, the seller is. */
    String doorAt(long instant) {
        var shops = new HashMap<String, String>();
        soldOn.keySet().forEach(platform -> shops.put(platform, "OPEN"));
        String register = "OPEN";
        for (JsonNode event : accounts) {
            if (Oracle.occurredAt(event) > instant) {
                break;
            }
            String kind = text(event, "kind");
            if (event.has("platform")) {
                shops.compute(text(event, "platform"), (shop, before) -> doorAfter(before, kind));
            } else {
                register = doorAfter(register, kind);
                if (OF_ALL_SHOPS.contains(kind)) {
                    shops.replaceAll((shop, before) -> doorAfter(before, kind));
                }
            }
        }
        Collection<String> doors = shops.isEmpty() ? Set.of(register) : shops.values();
        return doors.contains("OPEN") ? "OPEN" : doors.contains("SUSPENDED") ? "SUSPENDED" : "CLOSED";
    }

    /** Null where there is no shop; a registration or activation opens also one that was closed, not one suspended. */
    private static String doorAfter(String before, String kind) {
        return switch (kind) {
            case "SUSPENDED", "CLOSED" -> kind;
            case "REINSTATED" -> "OPEN";
            default -> OPENINGS.contains(kind) && !"SUSPENDED".equals(before) ? "OPEN" : before;
        };
    }

    private void findShut() {
        Long since = null;
        for (JsonNode event : accounts) {
            long at = Oracle.occurredAt(event);
            boolean open = doorAt(at).equals("OPEN");
            if (!open && since == null) {
                since = at;
            } else if (open && since != null) {
                shut.add(new Stretch(since, at));
                since = null;
            }
        }
        if (since != null) {
            shut.add(new Stretch(since, Stretch.NEVER));
        }
    }

    boolean isShutFrom(long instant) {
        return shut.stream().anyMatch(stretch -> stretch.from() == instant);
    }

    static String platform(Oracle.Part order) {
        return text(order.newest, "platform");
    }

    static String orderId(Oracle.Part order) {
        return text(order.newest, "order_id");
    }

    static <T> T newest(List<JsonNode> oldestFirst, Function<JsonNode, T> field) {
        return Oracle.valueAt(oldestFirst, field, Long.MAX_VALUE);
    }

    static Long min(Stream<Long> times) {
        return times.min(Comparator.naturalOrder()).orElse(null);
    }

    private static String text(JsonNode event, String field) {
        return Oracle.text(event, field);
    }
}
