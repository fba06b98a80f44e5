package vn.nhipcho.evaluation;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import vn.nhipcho.alert.AlertRules;
import vn.nhipcho.alert.AlertSettings;
import vn.nhipcho.alert.AlertSettings.SellerQuiet;
import vn.nhipcho.alert.Seasons;
import vn.nhipcho.alert.SellingTime;
import vn.nhipcho.lifecycle.SellerCase;
import vn.nhipcho.lifecycle.Stages;
import vn.nhipcho.simulation.SeasonSimulation;
import vn.nhipcho.simulation.SellerLabel;
import vn.nhipcho.simulation.TimedEvent;

/** Lives through a labelled season and scores the rules about stalls, and fixed numbers of days, by its truth. */
public final class StallEvaluation {
    /** Fixed rules in the table, as the issue asks for them. */
    public static final List<Integer> FIXED = List.of(14, 30, 45, 60);

    private static final String STALLED = "seller_stalled";
    private static final int FIRST_SCANNED = 5;
    private static final int LAST_SCANNED = 180;
    private static final int MIN_ORDERS = 2;
    /**
     * A stall is caught if it is told within this time; what is told half a year later helps nobody. A stall nearer to the
     * season's end is left out, so that each was watched for as long.
     */
    public static final Duration TIME_TO_CATCH = Duration.ofDays(60);

    private final SeasonSimulation season;
    private final ZoneId zone;
    private final List<Truth> sellers;
    private final Map<String, List<Call>> calls;

    private StallEvaluation(SeasonSimulation season, ZoneId zone, List<Truth> sellers, Map<String, List<Call>> calls) {
        this.season = season;
        this.zone = zone;
        this.sellers = sellers;
        this.calls = calls;
    }

    /** @param settings of {@code seller_stalled}, the seasons and the holidays; which fixed rules it has does not matter */
    public static StallEvaluation of(SeasonSimulation season, AlertSettings settings, ZoneId zone) {
        var rules = AlertRules.of(aboutStalls(settings, FIXED));
        var scan = AlertRules.of(aboutStalls(settings, scannedWithoutFixed()));
        Map<String, LivedCalls> lives = new LinkedHashMap<>();
        for (SellerLabel label : season.labels().sellers()) {
            lives.put(label.sellerId(), new LivedCalls(label.sellerId(), rules));
        }
        var decoder = new DecodedSeason(zone);
        for (var events = season.eventsUntilEnd(); events.hasNext(); ) {
            TimedEvent event = events.next();
            LivedCalls life = lives.get(DecodedSeason.sellerOf(event.event()));
            if (life != null && life.record().accept(decoder.decode(event))) {
                life.seen(event.occurredAt().toEpochMilli());
            }
        }
        long end = season.config().end().toEpochMilli();
        List<Truth> sellers = new ArrayList<>();
        Map<String, List<Call>> calls = new LinkedHashMap<>();
        for (SellerLabel label : season.labels().sellers()) {
            LivedCalls life = lives.get(label.sellerId());
            life.liveUntil(end);
            SellerCase seller = life.record().toCase();
            sellers.add(new Truth(label, seller, zone));
            life.calls().forEach(call -> add(calls, call));
            hindsight(seller, scan, end).forEach(call -> add(calls, call));
            scanned()
                    .forEach(days ->
                            new FixedDays(days, MIN_ORDERS).calls(seller, end).forEach(call -> add(calls, call)));
        }
        return new StallEvaluation(season, zone, sellers, calls);
    }

    public RuleScore stalled() {
        return score(STALLED);
    }

    /** No order for so many times 24 hours, without knowledge of seasons. */
    public RuleScore fixed(int days) {
        return score("fixed_" + days);
    }

    /** {@code seller_quiet_N} as the job has it: never of a seller that is shut or out of season. */
    public RuleScore quiet(int days) {
        return score("seller_quiet_" + days);
    }

    /** From the shortest to the longest. */
    public List<RuleScore> allFixed() {
        return scanned().mapToObj(this::fixed).toList();
    }

    public List<RuleScore> allQuiet() {
        return scanned().mapToObj(this::quiet).toList();
    }

    /**
     * Of fixed rules, the one with the fewest false alerts of those that catch as much as another rule; null: none does.
     *
     * @param caught what counts as caught
     */
    public static RuleScore matching(RuleScore rule, Collection<RuleScore> fixed, ToIntFunction<RuleScore> caught) {
        RuleScore best = null;
        for (RuleScore each : fixed) {
            if (caught.applyAsInt(each) >= caught.applyAsInt(rule)
                    && (best == null || each.falseAlerts() < best.falseAlerts())) {
                best = each;
            }
        }
        return best;
    }

    /** What the season tells of the prior; those who never had an order are left out. */
    public List<Purchases> purchases(Seasons seasons) {
        long end = season.config().end().toEpochMilli();
        return sellers.stream()
                .map(Truth::seller)
                .filter(seller -> seller.placedAt().length > 0)
                .map(seller -> Purchases.of(seller.placedAt(), SellingTime.of(seller, seasons), end))
                .toList();
    }

    public int sellers() {
        return sellers.size();
    }

    /** Sellers that stopped too near the end to be caught. */
    public int stallsTooLate() {
        return (int) sellers.stream()
                .filter(truth -> truth.isStall() && truth.stoppedAt() > lastStop())
                .count();
    }

    /** Sellers that stopped before they had the orders that any of the rules asks for. */
    public int stallsWithTooFewOrders() {
        return (int) sellers.stream()
                .filter(truth -> truth.isStall()
                        && truth.stoppedAt() <= lastStop()
                        && truth.seller().placedAt().length < MIN_ORDERS)
                .count();
    }

    private boolean isJudged(Truth truth) {
        return truth.isStall()
                && truth.stoppedAt() <= lastStop()
                && truth.seller().placedAt().length >= MIN_ORDERS;
    }

    private long lastStop() {
        return season.config().end().minus(TIME_TO_CATCH).toEpochMilli();
    }

    private RuleScore score(String rule) {
        Map<String, List<Call>> bySeller = new HashMap<>();
        for (Call call : calls.getOrDefault(rule, List.of())) {
            bySeller.computeIfAbsent(call.sellerId(), none -> new ArrayList<>()).add(call);
        }
        int alerts = 0;
        int wrong = 0;
        int outOfSeason = 0;
        int shut = 0;
        int withdrawn = 0;
        int stalls = 0;
        List<Double> days = new ArrayList<>();
        for (Truth truth : sellers) {
            var own = bySeller.getOrDefault(truth.label().sellerId(), List.of());
            for (Call call : own) {
                var outcome = truth.outcomeOf(call);
                alerts++;
                wrong += outcome == Truth.Outcome.TRUE ? 0 : 1;
                outOfSeason += truth.isOutOfSeason(call.toldAt()) ? 1 : 0;
                shut += outcome == Truth.Outcome.SHUT ? 1 : 0;
                withdrawn += call.withdrawn() ? 1 : 0;
            }
            if (isJudged(truth)) {
                stalls++;
                own.stream()
                        .filter(call -> call.endedAt() > truth.stoppedAt()
                                && (truth.outcomeOf(call) == Truth.Outcome.TRUE || call.toldAt() < truth.stoppedAt()))
                        .mapToLong(call -> Math.max(0, call.toldAt() - truth.stoppedAt()))
                        .min()
                        .ifPresent(delay -> days.add(delay / 86_400_000.0));
            }
        }
        return new RuleScore(
                rule,
                alerts,
                wrong,
                outOfSeason,
                shut,
                withdrawn,
                stalls,
                (int) days.stream().filter(day -> day <= TIME_TO_CATCH.toDays()).count(),
                days.size(),
                median(days),
                alerts / districtWeeks());
    }

    private double districtWeeks() {
        var districts = new TreeSet<String>();
        long end = season.config().end().toEpochMilli();
        sellers.forEach(
                truth -> districts.add(truth.seller().attributionAt(end).place().district()));
        double weeks =
                Duration.between(season.config().start(), season.config().end()).toDays() / 7.0;
        return weeks * districts.size();
    }

    private static double median(List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        if (sorted.length == 0) {
            return Double.NaN;
        }
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static IntStream scanned() {
        return IntStream.rangeClosed(FIRST_SCANNED, LAST_SCANNED);
    }

    private static List<Integer> scannedWithoutFixed() {
        return scanned().boxed().filter(days -> !FIXED.contains(days)).toList();
    }

    /** As if all that was known at the end had been known at once, which only helps a rule; a hundred times quicker. */
    private static List<Call> hindsight(SellerCase seller, AlertRules rules, long end) {
        return rules.judge(seller, Stages.of(seller), end).stream()
                .filter(alert -> alert.openedAt() < end && !alert.rule().equals(STALLED))
                .map(alert -> new Call(
                        alert.rule(),
                        alert.sellerId(),
                        seller.attributionAt(alert.openedAt()).place().district(),
                        alert.openedAt(),
                        alert.openedAt(),
                        alert.resolvedAt() == null ? Long.MAX_VALUE : alert.resolvedAt(),
                        false))
                .toList();
    }

    /** The rules about stalls alone, and a fixed rule for each number of days. */
    private static AlertSettings aboutStalls(AlertSettings settings, List<Integer> fixed) {
        var unconfirmed = settings.orderUnconfirmed();
        var stalled = settings.sellerStalled();
        var onboarding = settings.onboardingStalled();
        return new AlertSettings(
                new AlertSettings.OrderUnconfirmed(
                        false,
                        unconfirmed.owner(),
                        unconfirmed.severity(),
                        unconfirmed.warnAtShareOfLimit(),
                        unconfirmed.escalateBefore(),
                        unconfirmed.limits()),
                stalled,
                fixed.stream()
                        .map(days -> new SellerQuiet(
                                "seller_quiet_" + days, true, stalled.owner(), stalled.severity(), days, MIN_ORDERS))
                        .toList(),
                new AlertSettings.OnboardingStalled(
                        false,
                        onboarding.owner(),
                        onboarding.severity(),
                        onboarding.registeredDays(),
                        onboarding.activatedDays(),
                        onboarding.listedDays()),
                settings.feedSilent(),
                settings.workingCalendar(),
                settings.seasons(),
                settings.sending());
    }

    private static void add(Map<String, List<Call>> calls, Call call) {
        calls.computeIfAbsent(call.rule(), none -> new ArrayList<>()).add(call);
    }
}
