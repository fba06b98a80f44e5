package vn.nhipcho.local.failures;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The alerts of one seller by the rules of the design (section 5), from the whole history at once: each is a stretch of time.
 * Knows nothing of texts, of what was sent and of what was withdrawn.
 */
final class AlertOracle {
    private final JsonNode rules;
    private final Almanac almanac;
    private final SellerStory seller;
    private final Map<String, Long> firsts;
    private final SellingDays days;
    private final List<Found> found = new ArrayList<>();

    /**
     * @param endsByEvent an event ended it, which counts whatever the clock says
     * @param urgentAt {@link Stretch#NEVER}: it is never urgent
     */
    record Found(
            String rule,
            String subject,
            String severity,
            Stretch during,
            boolean endsByEvent,
            long urgentAt,
            String platform,
            List<String> orders,
            Long deadline,
            Long value,
            String cause,
            String evidence) {}

    /** @param firsts when each stage was first reached, in the order of the stages; null: never */
    AlertOracle(JsonNode rules, Almanac almanac, SellerStory seller, Map<String, Long> firsts) {
        this.rules = rules;
        this.almanac = almanac;
        this.seller = seller;
        this.firsts = firsts;
        this.days = new SellingDays(almanac, seller.commodities, seller.shut);
    }

    List<Found> all() {
        seller.orders.forEach(order -> findUnconfirmed(rules.get("order_unconfirmed"), order));
        findStalled(rules.get("seller_stalled"));
        rules.get("seller_quiet").forEach(this::findQuiet);
        findOnboarding(rules.get("onboarding_stalled"));
        return found;
    }

    private void findUnconfirmed(JsonNode rule, Oracle.Part order) {
        var waiting = new WaitingOrder(order, rule, almanac);
        if (!waiting.isLimited()) {
            return;
        }
        String platform = SellerStory.platform(order);
        for (Stretch during : new Stretch(waiting.warnAt(), waiting.movedOnAt()).without(seller.shut)) {
            found.add(new Found(
                    "order_unconfirmed",
                    platform + ":" + SellerStory.orderId(order),
                    rule.get("severity").asText(),
                    during,
                    true,
                    Math.max(during.from(), waiting.urgentAt()),
                    platform,
                    List.of(SellerStory.orderId(order)),
                    waiting.deadline(),
                    order.lines().stream().mapToLong(line -> line.gross).sum(),
                    "",
                    "{\"waiting_since\":\"" + time(waiting.since()) + "\",\"deadline\":\"" + time(waiting.deadline())
                            + "\"}"));
        }
    }

    private void findStalled(JsonNode rule) {
        double probability = rule.get("probability").asDouble();
        long sold = 0;
        long notBefore = Long.MIN_VALUE;
        for (int order = 0; order < seller.orders.size(); order++) {
            int last = order;
            Stretch gap = gapAfter(last);
            boolean goesOn = gap.to() == Stretch.NEVER;
            long silent = goesOn ? 0 : days.between(gap.from(), gap.to());
            var rhythm = new Rhythm(
                    rule.get("prior_r").asDouble() + last,
                    rule.get("prior_alpha_days").asDouble() + (double) sold / SellerStory.DAY,
                    rule.get("prior_life_days").asDouble());
            boolean isLong = goesOn || rhythm.stopped((double) silent / SellerStory.DAY) >= probability;
            if (last + 1 >= rule.get("min_orders").asInt() && isLong) {
                long due = Math.max(notBefore, days.after(gap.from(), rhythm.until(probability)));
                boolean any = findGaps("seller_stalled", rule, last, due, at -> rhythm(gap, rhythm, last, at));
                if (any && !goesOn) {
                    notBefore = gap.to() + millis(rule, "reopen_after");
                }
            }
            sold += silent;
        }
    }

    private String rhythm(Stretch gap, Rhythm rhythm, int last, long at) {
        double sold = (double) days.between(gap.from(), at) / SellerStory.DAY;
        double any = (double) days.anyBetween(gap.from(), at) / SellerStory.DAY;
        double usual = rhythm.usualDays() * (sold == 0 ? 1 : any / sold);
        return "{\"orders\":" + (last + 1) + ",\"last_order_at\":\"" + time(gap.from())
                + "\",\"usual_days\":" + number(usual)
                + ",\"silent_days\":" + number((double) (at - gap.from()) / SellerStory.DAY)
                + ",\"silent_selling_days\":" + number(sold)
                + ",\"stopped_probability\":" + number(rhythm.stopped(sold)) + "}";
    }

    private void findQuiet(JsonNode rule) {
        int limit = rule.get("days").asInt();
        for (int last = rule.get("min_orders").asInt() - 1; last < seller.orders.size(); last++) {
            int orders = last + 1;
            long from = gapAfter(last).from();
            findGaps(
                    rule.get("name").asText(),
                    rule,
                    last,
                    from + limit * SellerStory.DAY,
                    at -> "{\"orders\":" + orders + ",\"last_order_at\":\"" + time(from)
                            + "\",\"quiet_days\":" + number((double) (at - from) / SellerStory.DAY)
                            + ",\"threshold_days\":" + limit + "}");
        }
    }

    private interface EvidenceAt {
        String json(long opened);
    }

    private boolean findGaps(String name, JsonNode rule, int last, long due, EvidenceAt evidence) {
        Oracle.Part order = seller.orders.get(last);
        Stretch gap = gapAfter(last);
        List<Stretch> parts = due < gap.to() ? days.reportable(new Stretch(due, gap.to())) : List.of();
        for (Stretch during : parts) {
            found.add(new Found(
                    name,
                    seller.id,
                    rule.get("severity").asText(),
                    during,
                    during.to() == gap.to() || seller.isShutFrom(during.to()),
                    Stretch.NEVER,
                    SellerStory.platform(order),
                    List.of(SellerStory.orderId(order)),
                    null,
                    null,
                    new LikelyCause(seller, during.from()).name(),
                    evidence.json(during.from())));
        }
        return !parts.isEmpty();
    }

    private Stretch gapAfter(int order) {
        return new Stretch(
                seller.orders.get(order).placedAt,
                order + 1 < seller.orders.size() ? seller.orders.get(order + 1).placedAt : Stretch.NEVER);
    }

    private void findOnboarding(JsonNode rule) {
        Long ownAct = seller.firstOwnAct();
        if (ownAct == null) {
            return;
        }
        var stages = List.copyOf(firsts.keySet());
        for (String stage : List.of("REGISTERED", "ACTIVATED", "LISTED")) {
            Long since = firsts.get(stage);
            if (since == null) {
                continue;
            }
            Long later = SellerStory.min(stages.subList(stages.indexOf(stage) + 1, stages.size()).stream()
                    .map(firsts::get)
                    .filter(Objects::nonNull));
            long next = later == null ? Stretch.NEVER : later;
            int limit = rule.get(stage.toLowerCase() + "_days").asInt();
            var overdue = new Stretch(Math.max(since, ownAct) + limit * SellerStory.DAY, next);
            String platform = Stream.concat(seller.platforms().stream(), seller.accountPlatforms().stream())
                    .findFirst()
                    .orElse("");
            for (Stretch during : days.reportable(overdue)) {
                found.add(new Found(
                        "onboarding_stalled",
                        seller.id,
                        rule.get("severity").asText(),
                        during,
                        during.to() == next || seller.isShutFrom(during.to()),
                        Stretch.NEVER,
                        platform,
                        List.of(),
                        null,
                        null,
                        "",
                        "{\"stage_since\":\"" + time(since) + "\",\"threshold_days\":" + limit + "}"));
            }
        }
    }

    /** The same alert has the same id, whoever computes it. */
    static String id(Found alert, String seller) {
        String identity = String.join("|", alert.rule, alert.subject, seller, Long.toString(alert.during.from()));
        return UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static Instant time(long millis) {
        return Instant.ofEpochMilli(millis);
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    private static long millis(JsonNode rule, String duration) {
        return Duration.parse(rule.get(duration).asText()).toMillis();
    }
}
