package vn.nhipcho.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static vn.nhipcho.lifecycle.AStory.aStory;
import static vn.nhipcho.lifecycle.AStory.millis;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.nhipcho.lifecycle.AStory;
import vn.nhipcho.lifecycle.SellerCase;
import vn.nhipcho.lifecycle.Stages;

/** The rules of design section 5, over the standard rule file. KHOM is in season all year, XOAI in March to May. */
class AlertRulesTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final AlertSettings SETTINGS = AlertSettings.standard(ZONE);
    private static final long UNTIL = millis("2026-01-01T00:00:00Z");

    @Test
    void quietOpensAfterThirtyDaysWithoutAnOrderAndEndsWithTheNext() {
        var alerts = of(
                "seller_quiet_30",
                aStory().order("2024-06-01T00:00:00Z")
                        .order("2024-06-02T00:00:00Z")
                        .order("2024-08-01T12:00:00Z"));

        assertThat(alerts)
                .extracting(Alert::openedAt, Alert::resolvedAt)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                millis("2024-07-02T00:00:00Z"), millis("2024-08-01T12:00:00Z")),
                        org.assertj.core.groups.Tuple.tuple(millis("2024-08-31T12:00:00Z"), null));
        assertThat(alerts.get(0).texts().reasonVi()).isEqualTo("Đã có 2 đơn, nay 30 ngày chưa có đơn mới");
    }

    @Test
    void quietNeedsTwoOrders() {
        assertThat(of("seller_quiet_30", aStory().order("2024-06-01T00:00:00Z")))
                .isEmpty();
    }

    @Test
    void nobodyIsReportedOutOfSeason() {
        var story = aStory().selling("XOAI").order("2024-05-01T00:00:00Z").order("2024-05-02T00:00:00Z");

        var alerts = of("seller_quiet_30", story);

        // Due on 1 June, when mangoes are over; it opens with the next season and ends with it.
        assertThat(alerts.get(0).openedAt()).isEqualTo(millis("2025-02-28T17:00:00Z"));
        assertThat(alerts.get(0).resolvedAt()).isEqualTo(millis("2025-05-31T17:00:00Z"));
        assertThat(alerts.get(0).stateAt(millis("2025-04-01T00:00:00Z"))).isEqualTo(Alert.State.OPEN);
        assertThat(alerts.get(0).stateAt(millis("2025-06-01T00:00:00Z"))).isEqualTo(Alert.State.RESOLVED);
    }

    @Test
    void nobodyIsReportedWhileSuspended() {
        var story = aStory().order("2024-06-01T00:00:00Z")
                .order("2024-06-02T00:00:00Z")
                .account("SUSPENDED", "2024-06-10T00:00:00Z")
                .account("REINSTATED", "2024-07-20T00:00:00Z");

        assertThat(of("seller_quiet_30", story).get(0).openedAt()).isEqualTo(millis("2024-07-20T00:00:00Z"));
        assertThat(of("seller_stalled", story)).allMatch(alert -> alert.openedAt() >= millis("2024-07-20T00:00:00Z"));
    }

    @Test
    void stalledOpensWhenTheSellerHasStoppedWithTheProbabilityOfTheFile() {
        var alert = of("seller_stalled", everyThirdDay(aStory())).get(0);

        // 20 orders in 57 days; the odds of having stopped, by adding up small parts of the silence in which it could
        // have.
        var settings = SETTINGS.sellerStalled();
        double past = settings.priorAlphaDays() + 57;
        double weight = settings.priorR() + 19;
        double gap = (alert.openedAt() - millis("2024-07-28T00:00:00Z")) / 86_400_000.0;
        double odds = 0;
        int parts = 100_000;
        for (int part = 0; part < parts; part++) {
            double stops = gap * (part + 0.5) / parts;
            odds += gap / parts / settings.priorLifeDays() * Math.pow((past + gap) / (past + stops), weight);
        }
        assertThat(odds / (1 + odds)).isCloseTo(settings.probability(), within(0.0001));
        assertThat(alert.texts().reasonVi()).isEqualTo("Thường 3,1 ngày có một đơn, nay đã 27 ngày");
    }

    @Test
    void stalledWaitsTwiceAsLongWhileHalfOfTheGoodsAreInSeason() {
        // Mangoes are over two days after the last order; rice has no season.
        var story = aStory().selling("XOAI", "GAO");
        var ofRice = aStory().selling("GAO");
        for (var day = Instant.parse("2024-03-02T00:00:00Z");
                day.isBefore(Instant.parse("2024-05-30T00:00:00Z"));
                day = day.plus(Duration.ofDays(3))) {
            story.order(day.toString());
            ofRice.order(day.toString());
        }

        var alert = of("seller_stalled", story).get(0);
        double silent = silentDays(alert, "2024-05-28T00:00:00Z");
        double silentOfRice = silentDays(of("seller_stalled", ofRice).get(0), "2024-05-28T00:00:00Z");

        double inSeason = silentDays(millis("2024-05-31T17:00:00Z"), "2024-05-28T00:00:00Z");
        assertThat(silent).isCloseTo(inSeason + 2 * (silentOfRice - inSeason), within(0.01));
        assertThat(alert.texts().reasonVi()).startsWith("Thường 5,").contains(" ngày có một đơn, nay đã ");
    }

    @Test
    void slowSellersMustBeSilentForLonger() {
        var brisk = aStory();
        var slow = aStory();
        for (int order = 0; order < 10; order++) {
            brisk.order(Instant.parse("2024-06-01T00:00:00Z")
                    .plus(Duration.ofDays(order))
                    .toString());
            slow.order(Instant.parse("2024-06-01T00:00:00Z")
                    .plus(Duration.ofDays(10L * order))
                    .toString());
        }

        assertThat(silentDays(of("seller_stalled", brisk).get(0), "2024-06-10T00:00:00Z"))
                .isBetween(10.0, 20.0);
        assertThat(silentDays(of("seller_stalled", slow).get(0), "2024-08-30T00:00:00Z"))
                .isBetween(60.0, 120.0);
    }

    @Test
    void clockOfAStallStandsStillOutOfSeason() {
        var story = aStory().selling("XOAI")
                .order("2024-05-10T00:00:00Z")
                .order("2024-05-17T00:00:00Z")
                .order("2024-05-24T00:00:00Z");

        assertThat(of("seller_stalled", story).get(0).openedAt()).isGreaterThan(millis("2025-03-01T00:00:00Z"));
    }

    @Test
    void unconfirmedOpensAtHalfTheLimitAndBecomesUrgentFourHoursBeforeIt() {
        var story = aStory().on("lazada").waiting("2024-06-03T01:00:00Z", null, null);

        var alert = of("order_unconfirmed", story).get(0);

        assertThat(alert.subject()).isEqualTo("lazada:order-0");
        assertThat(alert.openedAt()).isEqualTo(millis("2024-06-03T13:00:00Z"));
        assertThat(alert.concern().deadline()).isEqualTo(millis("2024-06-04T01:00:00Z"));
        assertThat(alert.severityAt(millis("2024-06-03T20:59:59Z"))).isNotEqualTo(Severity.URGENT);
        assertThat(alert.severityAt(millis("2024-06-03T21:00:00Z"))).isEqualTo(Severity.URGENT);
        assertThat(alert.concern().value()).isEqualTo(250_000_00L);
    }

    @Test
    void halfALimitIsHalfInTheLimitsOwnTime() {
        // Two working days from the Saturday before Tết 2026, whose holidays begin on Monday.
        var story = aStory().on("tiktok_shop").waiting("2026-02-14T03:00:00Z", null, null);

        var alert = of("order_unconfirmed", story).get(0);

        Instant since = Instant.parse("2026-02-14T03:00:00Z");
        var calendar = SETTINGS.workingCalendar();
        assertThat(alert.openedAt())
                .isEqualTo(calendar.plusWorkingDays(since, 1).toEpochMilli());
        assertThat(alert.concern().deadline())
                .isEqualTo(calendar.plusWorkingDays(since, 2).toEpochMilli());
        assertThat(calendar.isHoliday(java.time.LocalDate.of(2026, 2, 17))).isTrue();
        assertThat(alert.openedAt()).isGreaterThan(millis("2026-02-20T00:00:00Z"));
    }

    @Test
    void onboardingCountsFromTheSellersOwnFirstAct() {
        var story = aStory().account("REGISTERED", "2022-01-01T00:00:00Z")
                .account("ACTIVATED", "2022-01-01T00:00:00Z")
                .account("LOGGED_IN", "2025-03-01T00:00:00Z");

        assertThat(of("onboarding_stalled", story))
                .extracting(Alert::openedAt)
                .containsExactly(millis("2025-03-01T00:00:00Z")
                        + Duration.ofDays(SETTINGS.onboardingStalled().activatedDays())
                                .toMillis());
    }

    @Test
    void unconfirmedTakesTheDeadlineThePlatformSends() {
        var story = aStory().waiting("2024-06-03T00:00:00Z", "2024-06-03T11:00:00Z", "2024-06-03T20:00:00Z");

        assertThat(of("order_unconfirmed", story))
                .extracting(Alert::openedAt, Alert::resolvedAt)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        millis("2024-06-03T10:00:00Z"), millis("2024-06-03T11:00:00Z")));
    }

    @Test
    void unconfirmedIsSilentWhenTheOrderMovedOnInTime() {
        var story = aStory().on("lazada").waiting("2024-06-03T01:00:00Z", "2024-06-03T03:00:00Z", null);

        assertThat(of("order_unconfirmed", story)).isEmpty();
    }

    @Test
    void onboardingIsReportedStageByStageButNotForBulkRegistrations() {
        assertThat(of(
                        "onboarding_stalled",
                        aStory().account("REGISTERED", "2024-01-01T00:00:00Z")
                                .account("ACTIVATED", "2024-01-02T00:00:00Z")))
                .isEmpty();

        var story = aStory().account("REGISTERED", "2024-01-01T00:00:00Z")
                .account("ACTIVATED", "2024-01-02T00:00:00Z")
                .account("LOGGED_IN", "2024-01-20T00:00:00Z")
                .listing("a", "PUBLISHED", "2024-04-01T00:00:00Z", null);
        var alerts = of("onboarding_stalled", story);

        assertThat(alerts).hasSize(2);
        assertThat(alerts.get(0).resolvedAt()).isEqualTo(millis("2024-04-01T00:00:00Z"));
        assertThat(alerts.get(1).resolvedAt()).isNull();
        assertThat(alerts.get(1).texts().reasonVi()).contains("chưa có đơn đầu tiên");
    }

    @Test
    void tellsTheLikelyCause() {
        String first = "2024-06-01T00:00:00Z";
        String second = "2024-06-02T00:00:00Z";

        assertThat(cause(aStory().order(first).order(second))).isEqualTo("unknown");
        assertThat(cause(aStory().order(first).returnedOrder(second))).isEqualTo("returned");
        assertThat(cause(aStory().order(first).cancelledOrder(second, "SELLER")))
                .isEqualTo("cancelled_by_seller");
        assertThat(cause(aStory().order(first).cancelledOrder(second, "BUYER"))).isEqualTo("unknown");
        assertThat(cause(aStory().order(first)
                        .order(second)
                        .listing("a", "PUBLISHED", first, 5_000L)
                        .listing("a", "CHANGED", "2024-06-05T00:00:00Z", 0L)))
                .isEqualTo("out_of_stock");
        assertThat(cause(aStory().order(first)
                        .order(second)
                        .listing("a", "PUBLISHED", first, 5_000L)
                        .listing("a", "WITHDRAWN", "2024-06-05T00:00:00Z", null)))
                .isEqualTo("listing_withdrawn");
    }

    @Test
    void idsDependOnRuleSubjectAndOpeningAlone() {
        var once = of("seller_quiet_30", aStory().order("2024-06-01T00:00:00Z").order("2024-06-02T00:00:00Z"));
        var later = of(
                "seller_quiet_30",
                aStory().order("2024-06-01T00:00:00Z")
                        .order("2024-06-02T00:00:00Z")
                        .order("2024-08-01T00:00:00Z"));

        assertThat(later.get(0).id()).isEqualTo(once.get(0).id());
        assertThat(of("seller_quiet_60", aStory().order("2024-06-01T00:00:00Z").order("2024-06-02T00:00:00Z"))
                        .get(0)
                        .id())
                .isNotEqualTo(once.get(0).id());
    }

    @ParameterizedTest
    @CsvSource({
        "order_unconfirmed, 'order_unconfirmed:\n  enabled: true'",
        "seller_stalled, 'seller_stalled:\n  enabled: true'",
        "seller_quiet_30, 'name: seller_quiet_30\n    enabled: true'",
        "seller_quiet_60, 'name: seller_quiet_60\n    enabled: true'",
        "onboarding_stalled, 'onboarding_stalled:\n  enabled: true'"
    })
    void aDisabledRuleYieldsNothingAndTheOthersStay(String rule, String lines) {
        String yaml = AlertSettings.standardYaml();
        assertThat(yaml).containsOnlyOnce(lines);
        var settings = AlertSettings.parse(yaml.replace(lines, lines.replace("true", "false")), ZONE);
        var stopped = aStory().on("lazada")
                .account("REGISTERED", "2024-01-01T00:00:00Z")
                .account("ACTIVATED", "2024-01-02T00:00:00Z")
                .listing("a", "PUBLISHED", "2024-04-01T00:00:00Z", null)
                .order("2024-06-01T00:00:00Z")
                .order("2024-06-02T00:00:00Z")
                .waiting("2024-06-03T01:00:00Z", null, null);

        var all = rules(SETTINGS, stopped);
        assertThat(all)
                .contains(
                        "order_unconfirmed",
                        "seller_stalled",
                        "seller_quiet_30",
                        "seller_quiet_60",
                        "onboarding_stalled");
        assertThat(rules(settings, stopped))
                .isEqualTo(all.stream().filter(each -> !each.equals(rule)).collect(Collectors.toSet()));
    }

    private static AStory everyThirdDay(AStory story) {
        for (int order = 0; order < 20; order++) {
            story.order(Instant.parse("2024-06-01T00:00:00Z")
                    .plus(Duration.ofDays(3L * order))
                    .toString());
        }
        return story;
    }

    private static double silentDays(Alert alert, String lastOrder) {
        return silentDays(alert.openedAt(), lastOrder);
    }

    private static double silentDays(long until, String lastOrder) {
        return (until - millis(lastOrder)) / 86_400_000.0;
    }

    private static Set<String> rules(AlertSettings settings, AStory story) {
        SellerCase seller = story.told();
        return AlertRules.of(settings).judge(seller, Stages.of(seller), UNTIL).stream()
                .map(Alert::rule)
                .collect(Collectors.toSet());
    }

    private static String cause(AStory story) {
        return of("seller_quiet_30", story).get(0).concern().cause();
    }

    private static List<Alert> of(String rule, AStory story) {
        SellerCase seller = story.told();
        return AlertRules.of(SETTINGS).judge(seller, Stages.of(seller), UNTIL).stream()
                .filter(alert -> alert.rule().equals(rule))
                .toList();
    }
}
