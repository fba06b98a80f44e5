package vn.nhipcho.local.failures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The stages of one seller by the design (section 5), from the whole history at once. */
final class StageOracle {
    private static final long MONTH = 30 * SellerStory.DAY;
    private static final long DORMANT_AFTER = 90 * SellerStory.DAY;

    private final SellerStory seller;
    /** When each stage of the funnel was first reached, in their order; null: never. */
    final Map<String, Long> firsts = new LinkedHashMap<>();

    record Change(long at, String stage, String before) {}

    StageOracle(SellerStory seller) {
        this.seller = seller;
        Long registered = seller.first("REGISTERED");
        firsts.put(
                "REGISTERED",
                registered != null
                        ? registered
                        : SellerStory.min(seller.accounts.stream().map(Oracle::occurredAt)));
        firsts.put("ACTIVATED", seller.first("ACTIVATED"));
        firsts.put("LISTED", seller.listedAt());
        firsts.put("FIRST_ORDER", seller.firstOrderAt());
        firsts.put(
                "FIRST_DELIVERED",
                SellerStory.min(
                        seller.orders.stream().map(order -> order.successAt).filter(Objects::nonNull)));
        firsts.put("SELLING", sellingSince());
    }

    /** The first instant as an active shop: with an order, or when it has been open for a month. */
    private Long sellingSince() {
        Long opened = opened();
        return opened == null
                ? null
                : SellerStory.min(
                        Stream.concat(Stream.of(opened + MONTH), placements()).filter(this::isActive));
    }

    /** AliResearch's measure: open for a month, and on average an order a month over the last three, or since it opened. */
    boolean isActive(long instant) {
        Long opened = opened();
        if (opened == null || instant < opened + MONTH) {
            return false;
        }
        long window = Math.min(instant - opened, 3 * MONTH);
        boolean isYoung = window < 3 * MONTH;
        long orders = placements()
                .filter(placed -> placed <= instant && (isYoung || placed > instant - window))
                .count();
        return orders * MONTH >= window;
    }

    private Long opened() {
        return SellerStory.min(
                Stream.of(seller.listedAt(), seller.firstOrderAt()).filter(Objects::nonNull));
    }

    private Stream<Long> placements() {
        return seller.orders.stream().map(order -> order.placedAt);
    }

    /** Oldest first; what only time brings, when the clock has come to it. */
    List<Change> until(long clock) {
        var instants = new TreeSet<Long>();
        firsts.values().stream().filter(Objects::nonNull).forEach(instants::add);
        seller.accounts.forEach(event -> instants.add(Oracle.occurredAt(event)));
        placements().forEach(placed -> instants.addAll(List.of(placed, placed + DORMANT_AFTER)));
        var changes = new ArrayList<Change>();
        String before = "";
        for (long instant : instants) {
            String stage = stageAt(instant);
            boolean isByTime = stage.equals("DORMANT") || stage.equals("SELLING");
            if (!stage.isEmpty() && !stage.equals(before) && (instant <= clock || !isByTime)) {
                changes.add(new Change(instant, stage, before));
                before = stage;
            }
        }
        return changes;
    }

    private String stageAt(long instant) {
        String door = seller.doorAt(instant);
        if (!door.equals("OPEN")) {
            return door;
        }
        Long lastOrder = placements()
                .filter(placed -> placed <= instant)
                .max(Long::compare)
                .orElse(null);
        if (lastOrder != null && instant - lastOrder >= DORMANT_AFTER) {
            return "DORMANT";
        }
        return firsts.entrySet().stream()
                .filter(first -> first.getValue() != null && first.getValue() <= instant)
                .map(Map.Entry::getKey)
                .reduce("", (lower, higher) -> higher);
    }
}
