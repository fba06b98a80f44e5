package vn.nhipcho.local.failures;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the events of {@link Oracle} amount to for sellers: alerts, stages, days, listings and sellers, by the rules of the design
 * (section 5), with the whole history at hand. Does not know the sentences of an alert, nor what was sent or withdrawn.
 */
final class SellerOracle {
    static final String ALERTS = "SELECT alert_id, rule, subject, seller_id, state, severity, "
            + Held.millis("opened_at, changed_at, resolved_at, deadline")
            + ", toInt64(l.value * 100), platform, shop_id, order_ids, cause, evidence, " + Held.PLACE
            + " FROM market.alerts AS l WHERE state != 'WITHDRAWN' AND rule != 'feed_silent'";

    static final String STAGES = "SELECT seller_id, " + Held.millis("entered_at") + ", stage, stage_before, "
            + Held.PLACE + " FROM market.seller_stages AS l";

    static final String DAYS = "SELECT seller_id, day, commodity, orders, delivered_orders, successful_orders, visits,"
            + " listing_changes, " + Held.PLACE + " FROM market.seller_days AS l";

    static final String SELLERS = "SELECT seller_id, household_key, platforms, stage, "
            + Held.millis(
                    "stage_since, registered_at, activated_at, profile_ready_at, trained_at, listed_at, first_order_at,"
                            + " first_delivered_at, selling_at, last_order_at, last_seen_at")
            + ", orders, delivered_orders, cancelled_orders, returned_orders, listings, toUInt8(active_selling),"
            + " toUInt8(bulk_only), " + Held.PLACE + " FROM market.sellers AS l";

    private static final String RULES = "/alerts/rules.yaml";
    /** No clock of events: as told last. */
    private static final long ALWAYS = Long.MAX_VALUE;

    private final Oracle oracle;
    private final JsonNode rules;
    private final Almanac almanac;
    private final List<SellerStory> sellers = new ArrayList<>();
    /** Newest update of each platform; that of the register under no name. */
    private final Map<String, Long> clocks = new HashMap<>();

    private final Map<String, TreeSet<String>> rows = new LinkedHashMap<>();

    SellerOracle(Oracle oracle) throws IOException {
        this.oracle = oracle;
        this.rules = new ObjectMapper(new YAMLFactory()).readTree(SellerOracle.class.getResourceAsStream(RULES));
        this.almanac = new Almanac(rules);
        oracle.updates()
                .forEach(update -> clocks.merge(Oracle.text(update, "platform"), Oracle.occurredAt(update), Math::max));
        oracle.accounts.values().stream()
                .flatMap(List::stream)
                .forEach(event -> clocks.merge("", Oracle.occurredAt(event), Math::max));
        Map<String, List<JsonNode>> listings = oracle.listings.values().stream()
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(event -> Oracle.text(event, "seller_id")));
        var ids = new TreeSet<>(oracle.accounts.keySet());
        ids.addAll(listings.keySet());
        oracle.updates().forEach(update -> ids.add(Oracle.text(update, "seller_id")));
        ids.remove("");
        for (String id : ids) {
            sellers.add(new SellerStory(
                    id,
                    oracle.accounts.getOrDefault(id, List.of()),
                    listings.getOrDefault(id, List.of()),
                    oracle.partsOf(id)));
        }
        findRows();
    }

    /** Expected rows by the question to ask for them. */
    Map<String, TreeSet<String>> rows() {
        return rows;
    }

    private void findRows() {
        for (String sql : List.of(ALERTS, STAGES, DAYS, SELLERS, ListingOracle.LISTINGS)) {
            rows.put(sql, new TreeSet<>());
        }
        for (SellerStory seller : sellers) {
            var stages = new StageOracle(seller);
            long clock = clock(seller.platforms());
            new AlertOracle(rules, almanac, seller, stages.firsts)
                    .all().stream()
                            .map(alert -> alert(seller, alert))
                            .filter(Objects::nonNull)
                            .forEach(rows.get(ALERTS)::add);
            stages.until(clock).forEach(change -> rows.get(STAGES).add(stage(seller, change)));
            rows.get(DAYS).addAll(days(seller));
            rows.get(SELLERS).add(seller(seller, stages, clock));
            rows.get(ListingOracle.LISTINGS)
                    .addAll(new ListingOracle(seller, oracle.whereWas(seller.id, ALWAYS)).rows());
        }
    }

    /** The slowest clock of some platforms that have one; a seller that sells nowhere goes by the register's. */
    private long clock(Set<String> platforms) {
        return platforms.stream()
                .map(clocks::get)
                .filter(Objects::nonNull)
                .min(Long::compare)
                .orElse(clocks.getOrDefault("", Long.MIN_VALUE));
    }

    private String alert(SellerStory seller, AlertOracle.Found alert) {
        boolean isOfOrder = !alert.subject().equals(seller.id);
        long clock = clock(isOfOrder ? Set.of(alert.platform()) : seller.platforms());
        Stretch during = alert.during();
        if (during.from() > clock) {
            return null;
        }
        boolean isResolved = during.to() != Stretch.NEVER && (alert.endsByEvent() || during.to() <= clock);
        boolean isUrgent = isResolved ? alert.urgentAt() < during.to() : alert.urgentAt() <= clock;
        Long changed = isResolved ? during.to() : isUrgent ? alert.urgentAt() : during.from();
        return row(
                AlertOracle.id(alert, seller.id),
                alert.rule(),
                alert.subject(),
                seller.id,
                isResolved ? "RESOLVED" : "OPEN",
                isUrgent ? "urgent" : alert.severity(),
                during.from(),
                changed,
                isResolved ? during.to() : null,
                alert.deadline(),
                alert.value(),
                alert.platform(),
                seller.shopOn(alert.platform()),
                String.join(",", alert.orders()),
                alert.cause(),
                alert.evidence(),
                where(seller, during.from()));
    }

    private String stage(SellerStory seller, StageOracle.Change change) {
        return row(seller.id, change.at(), change.stage(), change.before(), where(seller, change.at()));
    }

    private List<String> days(SellerStory seller) {
        var counts = new TreeMap<String, long[]>();
        for (Oracle.Part order : seller.orders) {
            var commodities =
                    order.lines().stream().map(line -> line.commodity).collect(Collectors.toCollection(TreeSet::new));
            if (commodities.isEmpty()) {
                commodities.add("(none)");
            }
            for (String commodity : commodities) {
                count(counts, order.placedAt, commodity, 0);
                if (order.successAt != null) {
                    count(counts, order.placedAt, commodity, 1);
                    count(counts, order.successAt, commodity, 2);
                }
            }
        }
        seller.visits().forEach(event -> count(counts, Oracle.occurredAt(event), "(none)", 3));
        seller.allListingEvents().forEach(event -> {
            String commodity = Oracle.text(event, "commodity");
            count(counts, Oracle.occurredAt(event), commodity == null ? "(none)" : commodity, 4);
        });
        var rows = new ArrayList<String>();
        counts.forEach((day, of) -> {
            long end = Almanac.startOf(LocalDate.parse(day.split("\t")[0]).plusDays(1)) - 1;
            rows.add(row(seller.id, day, of[0], of[1], of[2], of[3], of[4], where(seller, end)));
        });
        return rows;
    }

    private static void count(Map<String, long[]> counts, long at, String commodity, int what) {
        counts.computeIfAbsent(Oracle.day(at) + "\t" + commodity, absent -> new long[5])[what]++;
    }

    private String seller(SellerStory seller, StageOracle stages, long clock) {
        Map<String, Long> firsts = stages.firsts;
        StageOracle.Change now =
                stages.until(clock).stream().reduce((before, after) -> after).orElse(null);
        Long lastOrder = max(seller.orders.stream().map(order -> order.placedAt));
        Long lastSeen = max(Stream.of(
                        seller.visits().stream().map(Oracle::occurredAt),
                        seller.allListingEvents().map(Oracle::occurredAt),
                        Stream.ofNullable(lastOrder))
                .flatMap(times -> times));
        Long selling = firsts.get("SELLING");
        return row(
                seller.id,
                seller.household(),
                String.join(",", seller.allPlatforms()),
                now == null ? "unknown" : now.stage(),
                now == null ? null : now.at(),
                firsts.get("REGISTERED"),
                firsts.get("ACTIVATED"),
                seller.first("PROFILE_READY"),
                seller.first("TRAINED"),
                firsts.get("LISTED"),
                firsts.get("FIRST_ORDER"),
                firsts.get("FIRST_DELIVERED"),
                selling != null && selling <= clock ? selling : null,
                lastOrder,
                lastSeen,
                seller.orders.size(),
                seller.orders.stream().filter(order -> order.successAt != null).count(),
                seller.orders.stream()
                        .filter(order -> order.status.equals("CANCELLED"))
                        .count(),
                seller.orders.stream().filter(LikelyCause::isReturned).count(),
                seller.listings.values().stream()
                        .filter(events -> !LikelyCause.isWithdrawn(events))
                        .count(),
                stages.isActive(clock) ? 1 : 0,
                seller.firstOwnAct() == null ? 1 : 0,
                where(seller, ALWAYS));
    }

    private String where(SellerStory seller, long instant) {
        return String.join("\t", oracle.whereWas(seller.id, instant));
    }

    private static Long max(Stream<Long> times) {
        return times.max(Long::compare).orElse(null);
    }

    private static String row(Object... cells) {
        return Stream.of(cells)
                .map(cell -> cell == null ? "\\N" : cell.toString())
                .collect(Collectors.joining("\t"));
    }
}
