package vn.nhipcho.alert;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.nhipcho.alert.AlertSettings.FeedSilent;
import vn.nhipcho.alert.AlertSettings.Limit;
import vn.nhipcho.alert.AlertSettings.Limit.Unit;
import vn.nhipcho.alert.AlertSettings.OnboardingStalled;
import vn.nhipcho.alert.AlertSettings.OrderUnconfirmed;
import vn.nhipcho.alert.AlertSettings.SellerQuiet;
import vn.nhipcho.alert.AlertSettings.SellerStalled;
import vn.nhipcho.alert.AlertSettings.Sending;
import vn.nhipcho.marketplace.Marketplace;
import vn.nhipcho.marketplace.Marketplaces;
import vn.nhipcho.reference.Commodities;
import vn.nhipcho.reference.Commodity;

/** Reads a rule file section by section; records are made only while no problem was found. */
final class SettingsParser {
    private static final Pattern LIMIT = Pattern.compile("(\\d{1,4}) (hours|working hours|working days)");
    private static final Pattern NAME = Pattern.compile("seller_quiet_[a-z0-9_]+");
    private static final int MOST_DAYS = 3650;
    private static final int LONGEST_LIMIT_HOURS = 8784;

    private final ZoneId zone;
    private final SettingsProblems problems = new SettingsProblems();
    private final List<String> marketplaces =
            Marketplaces.ALL.stream().map(Marketplace::code).toList();

    SettingsParser(ZoneId zone) {
        this.zone = zone;
    }

    AlertSettings parse(String yaml) {
        var root = YamlNode.read(yaml, problems);
        if (!(root instanceof YamlNode.Section)) {
            problems.add(root.line(), "", "must be sections of 'key: value' lines");
            problems.throwIfAny();
        }
        var file = new SettingsSection(root, "", problems);
        var unconfirmed = file.section("order_unconfirmed");
        var stalled = file.section("seller_stalled");
        var quiet = file.sections("seller_quiet");
        var onboarding = file.section("onboarding_stalled");
        var silent = file.section("feed_silent");
        var calendar = file.section("working_calendar");
        var seasons = file.section("seasons");
        var sending = file.section("sending");
        file.done();

        var orderUnconfirmed = unconfirmed == null ? null : orderUnconfirmed(unconfirmed);
        var sellerStalled = stalled == null ? null : sellerStalled(stalled);
        var sellerQuiet = sellerQuiet(quiet);
        var onboardingStalled = onboarding == null ? null : onboardingStalled(onboarding);
        var feedSilent = silent == null ? null : feedSilent(silent);
        var workingCalendar = calendar == null ? null : new CalendarSettings(zone, problems).read(calendar);
        var commoditySeasons = seasons == null ? null : seasons(seasons, workingCalendar);
        var sends = sending == null ? null : sending(sending);
        problems.throwIfAny();
        return new AlertSettings(
                orderUnconfirmed,
                sellerStalled,
                sellerQuiet,
                onboardingStalled,
                feedSilent,
                workingCalendar,
                commoditySeasons,
                sends);
    }

    private OrderUnconfirmed orderUnconfirmed(SettingsSection section) {
        var enabled = section.flag("enabled");
        var owner = section.text("owner");
        var severity = section.choice("severity", Severity.class);
        var share = section.share("warn_at_share_of_limit");
        var escalate = section.duration("escalate_before");
        var limits = section.byName(
                "limits",
                "marketplace",
                marketplaces,
                "'per order' or a limit of at most a year like '24 hours', '8 working hours' or '2 working days'",
                SettingsParser::limit);
        section.done();
        return problems.none() ? new OrderUnconfirmed(enabled, owner, severity, share, escalate, limits) : null;
    }

    private static Limit limit(String text) {
        if (text.equals("per order")) {
            return Limit.PER_ORDER;
        }
        var limit = LIMIT.matcher(text);
        if (!limit.matches()) {
            return null;
        }
        int amount = Integer.parseInt(limit.group(1));
        var unit = SettingsSection.constant(limit.group(2).replace(' ', '_'), Unit.class);
        int most = unit == Unit.WORKING_DAYS ? LONGEST_LIMIT_HOURS / 24 : LONGEST_LIMIT_HOURS;
        return amount >= 1 && amount <= most ? new Limit(amount, unit) : null;
    }

    private SellerStalled sellerStalled(SettingsSection section) {
        var enabled = section.flag("enabled");
        var owner = section.text("owner");
        var severity = section.choice("severity", Severity.class);
        var probability = section.share("probability");
        var priorR = section.positive("prior_r");
        var priorAlphaDays = section.positive("prior_alpha_days");
        var priorLifeDays = section.positive("prior_life_days");
        var minOrders = section.count("min_orders", 1000);
        var reopenAfter = section.duration("reopen_after");
        section.done();
        return problems.none()
                ? new SellerStalled(
                        enabled,
                        owner,
                        severity,
                        probability,
                        priorR,
                        priorAlphaDays,
                        priorLifeDays,
                        minOrders,
                        reopenAfter)
                : null;
    }

    private List<SellerQuiet> sellerQuiet(List<SettingsSection> sections) {
        List<SellerQuiet> rules = new ArrayList<>();
        Map<Integer, String> byDays = new HashMap<>();
        Set<String> names = new HashSet<>();
        for (var section : sections) {
            var name = section.read(
                    "name",
                    "a name like seller_quiet_30",
                    text -> NAME.matcher(text).matches() ? text : null);
            var enabled = section.flag("enabled");
            var owner = section.text("owner");
            var severity = section.choice("severity", Severity.class);
            var days = section.count("days", MOST_DAYS);
            var minOrders = section.count("min_orders", 1000);
            section.done();
            if (name != null && !names.add(name)) {
                section.problem("name", "'" + name + "' names a rule already; give each its own name");
            }
            var same = days == null ? null : byDays.putIfAbsent(days, section.path("days"));
            if (same != null) {
                section.problem("days", "is " + days + " as in " + same + "; two rules would say the same, keep one");
            }
            if (problems.none()) {
                rules.add(new SellerQuiet(name, enabled, owner, severity, days, minOrders));
            }
        }
        return rules;
    }

    private OnboardingStalled onboardingStalled(SettingsSection section) {
        var enabled = section.flag("enabled");
        var owner = section.text("owner");
        var severity = section.choice("severity", Severity.class);
        var registered = section.count("registered_days", MOST_DAYS);
        var activated = section.count("activated_days", MOST_DAYS);
        var listed = section.count("listed_days", MOST_DAYS);
        section.done();
        return problems.none() ? new OnboardingStalled(enabled, owner, severity, registered, activated, listed) : null;
    }

    private FeedSilent feedSilent(SettingsSection section) {
        var enabled = section.flag("enabled");
        var owner = section.text("owner");
        var severity = section.choice("severity", Severity.class);
        var silentFor = section.duration("silent_for");
        var from = section.time("from");
        var to = section.time("to");
        CalendarSettings.inOrder(section, from, to);
        var byPlatform = section.durations("by_platform", "marketplace", marketplaces);
        section.done();
        return problems.none() ? new FeedSilent(enabled, owner, severity, silentFor, from, to, byPlatform) : null;
    }

    private Seasons seasons(SettingsSection section, WorkingCalendar calendar) {
        var commodities = Commodities.load().all();
        Map<String, YearDays> byCommodity = commodities.stream()
                .collect(Collectors.toMap(Commodity::code, commodity -> YearDays.of(commodity.season())));
        var rest = section.flag("clock_rests_at_tet");
        byCommodity.putAll(section.byName(
                "commodities", "commodity", byCommodity.keySet(), "a season like 11-1;8-9", YearDays::parse));
        section.done();
        return problems.none() ? new Seasons(zone, byCommodity, rest ? calendar.tetDays() : Set.of()) : null;
    }

    private Sending sending(SettingsSection section) {
        var cap = section.count("per_district_and_day", 10_000);
        var digestAt = section.time("digest_at");
        var within = section.duration("send_within");
        section.done();
        return problems.none() ? new Sending(cap, digestAt, within) : null;
    }
}
