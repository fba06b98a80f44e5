package vn.nhipcho.local.failures;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** How long an order may wait for its seller, by its own deadline or its marketplace's limit, and how long it did. */
record WaitingOrder(Oracle.Part order, JsonNode rule, Almanac almanac) {
    private static final List<String> MILESTONES = List.of(
            "AWAITING_PICKUP", "IN_TRANSIT", "DELIVERED", "COMPLETED", "DELIVERY_FAILED", "RETURNED", "CANCELLED");
    private static final List<String> WITH_THE_SELLER = List.of("UNPAID", "ON_HOLD", "AWAITING_SELLER", "UNKNOWN");

    /** It waited at all, and somebody tells until when it may. */
    boolean isLimited() {
        return since() != null && (order.told("confirm_by") != null || !limit().equals("per order"));
    }

    Long since() {
        return order.reached.get("AWAITING_SELLER");
    }

    long deadline() {
        JsonNode told = order.told("confirm_by");
        return told == null ? after(1) : Instant.parse(told.asText()).toEpochMilli();
    }

    /** A share of the limit in the limit's own time. */
    long warnAt() {
        double share = rule.get("warn_at_share_of_limit").asDouble();
        return order.told("confirm_by") == null
                ? after(share)
                : since() + (long) (Math.max(0, deadline() - since()) * share);
    }

    long urgentAt() {
        return deadline() - Duration.parse(rule.get("escalate_before").asText()).toMillis();
    }

    /** When it was first seen to be further than with the seller, by a milestone or by what it is now. */
    long movedOnAt() {
        Stream<Long> milestones = MILESTONES.stream().map(order.reached::get);
        Stream<Long> now =
                WITH_THE_SELLER.contains(order.status) ? Stream.empty() : Stream.of(Oracle.occurredAt(order.newest));
        Long first = SellerStory.min(Stream.concat(milestones, now).filter(Objects::nonNull));
        return first == null ? Stretch.NEVER : first;
    }

    private String limit() {
        JsonNode limit = rule.get("limits").get(SellerStory.platform(order));
        return limit == null ? "per order" : limit.asText();
    }

    private long after(double share) {
        String[] words = limit().split(" ", 2);
        double amount = Integer.parseInt(words[0]) * share;
        if (words[1].equals("hours")) {
            return almanac.afterHours(since(), Duration.ofMinutes(Math.round(amount * 60)));
        }
        if (words[1].equals("working days") && amount == Math.rint(amount)) {
            return almanac.afterWorkingDays(since(), (int) amount);
        }
        throw new IllegalStateException("the oracle cannot tell " + share + " of " + limit());
    }
}
