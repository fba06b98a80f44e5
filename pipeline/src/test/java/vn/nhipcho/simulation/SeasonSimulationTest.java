package vn.nhipcho.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.nhipcho.event.AccountEventKind;
import vn.nhipcho.event.ListingEventKind;
import vn.nhipcho.event.SellerType;
import vn.nhipcho.model.OrderStatus;
import vn.nhipcho.simulation.SellerLabel.Reason;

/** The season of the programme's real size against what is known of the real one. */
class SeasonSimulationTest {
    private static final SimulationConfig CONFIG = SimulationConfig.upTo(Instant.parse("2026-11-24T11:00:00Z"));

    private static SeasonSimulation simulation;
    private static SeasonSummary season;

    @BeforeAll
    static void countOneSeason() {
        simulation = new SeasonSimulation(CONFIG);
        season = SeasonSummary.of(simulation.eventsUntilEnd(), CONFIG.start());
    }

    @Test
    void registersTheProgrammesAccountsAndActivatesNearlyAllOfThem() {
        assertThat(season.registered.values().stream().mapToInt(n -> n).sum()).isEqualTo(58_000);
        assertThat(season.accountEvents.get(AccountEventKind.ACTIVATED)).isBetween(55_500, 57_000);
        assertThat(season.accountEvents.keySet())
                .containsAll(Set.of(
                        AccountEventKind.PROFILE_CHANGED,
                        AccountEventKind.PROFILE_READY,
                        AccountEventKind.TRAINED,
                        AccountEventKind.LOGGED_IN,
                        AccountEventKind.ACTIVITY,
                        AccountEventKind.SUSPENDED,
                        AccountEventKind.REINSTATED,
                        AccountEventKind.CLOSED));
    }

    @Test
    void hasCooperativesHouseholdsAndFirmsInTheirShares() {
        assertThat(season.registered.get(SellerType.COOPERATIVE)).isEqualTo(255);
        assertThat(season.registered.get(SellerType.COOPERATIVE_GROUP)).isEqualTo(681);
        assertThat(season.registered.get(SellerType.HOUSEHOLD)).isGreaterThan(50_000);
        assertThat(season.registered.get(SellerType.FIRM)).isBetween(150, 400);
        assertThat(season.sellersInCooperatives).hasSizeBetween(7_500, 8_500);
        assertThat(season.households).as("some own two accounts").hasSizeBetween(56_000, 57_500);
    }

    @Test
    void succeedsAboutAsOftenAsTheProgrammeDid() {
        assertThat(season.successfulInFirstYear).hasSizeBetween(7_700, 9_500);
        assertThat(season.orders).hasSizeBetween(15_000, 21_000);
        assertThat(season.tradedInFirstHalfYear).hasSizeBetween(240, 310);
        assertThat(season.meanSuccessfulValue()).isBetween(200_000.0, 240_000.0);
    }

    @Test
    void paysMostlyOnDeliveryAndGetsBackWhatTheBriefFound() {
        assertThat(share(season.cashOnDelivery, season.orders)).isBetween(0.75, 0.85);
        assertThat(share(season.cameBack, season.handedOver)).isBetween(0.10, 0.20);
    }

    @Test
    void knowsOrdersOfStaffOfTheProgrammeAndOfTwoSellers() {
        assertThat(season.internalOrders).hasSizeBetween(100, 400);
        assertThat(season.programmeOrders).hasSizeBetween(200, 800);
        assertThat(season.sharedBaskets).hasSizeBetween(150, 800);
    }

    @Test
    void registersTheOcopProductsThatAreListedAndSomeThatAreNot() {
        var register = simulation.ocopProducts();
        var registered = register.stream().map(OcopEntry::certificate).toList();

        assertThat(registered).doesNotHaveDuplicates().isEqualTo(again());
        Set<String> renewed = new HashSet<>(season.certificates);
        renewed.removeAll(registered);
        assertThat(renewed).as("those renewed since").hasSizeLessThan(season.certificates.size() / 3);
        Set<String> neverListed = new HashSet<>(registered);
        neverListed.removeAll(season.certificates);
        assertThat(neverListed).hasSizeBetween(30, 80);
        assertThat(register).allSatisfy(entry -> {
            assertThat(entry.product()).endsWith("(mô phỏng)");
            assertThat(entry.validTo()).isEqualTo(entry.validFrom().plusYears(3).minusDays(1));
        });
    }

    private static List<String> again() {
        return new SeasonSimulation(CONFIG)
                .ocopProducts().stream().map(OcopEntry::certificate).toList();
    }

    @Test
    void listsChangesAndWithdrawsOcopProductsToo() {
        assertThat(season.listingEvents)
                .containsOnlyKeys(ListingEventKind.PUBLISHED, ListingEventKind.CHANGED, ListingEventKind.WITHDRAWN);
        assertThat(season.certificates).hasSizeBetween(140, 220);
    }

    @Test
    void reachesEveryStatusThereIs() {
        assertThat(season.statusesReached).containsOnlyKeys(OrderStatus.values());
    }

    @Test
    void labelsEverySellerThatTrades() {
        var labels = simulation.labels();
        var traders = new HashSet<>(season.sellerOfOrder.values());

        assertThat(labels.sellers()).hasSize(CONFIG.tradingSellers());
        assertThat(labels.sellers()).extracting(SellerLabel::sellerId).containsAll(traders);
        assertThat(labels.sellers())
                .extracting(SellerLabel::reason)
                .contains(Reason.BUSY, Reason.PRICE, Reason.RETURNS, Reason.OUT_OF_SEASON, null);
        assertThat(labels.sellers()).allSatisfy(label -> {
            assertThat(label.startedAt()).isBetween(CONFIG.start(), CONFIG.end());
            assertThat(label.seasonMonths()).isNotEmpty();
            if (label.stoppedAt() != null) {
                assertThat(label.stoppedAt()).isBetween(label.startedAt(), CONFIG.end());
                assertThat(label.reason()).isNotNull().isNotEqualTo(Reason.OUT_OF_SEASON);
            }
        });
    }

    @Test
    void inventsItsCooperativesAndSaysSo() {
        assertThat(simulation.organisations()).hasSize(936).allSatisfy(organisation -> {
            assertThat(organisation.id()).startsWith("MP-");
            assertThat(organisation.name()).endsWith("(mô phỏng)");
        });
        assertThat(simulation.organisations()).extracting(Organisation::name).doesNotHaveDuplicates();
    }

    @Test
    void keepsOnlyWhatIsUnderWayAndGoesOnBeyondTheEnd() {
        var events = (Agenda) simulation.events();
        List<TimedEvent> after = new ArrayList<>();
        int most = 0;
        while (after.size() < 2_000) {
            var event = events.next();
            most = Math.max(most, events.size());
            if (event.occurredAt().isAfter(CONFIG.end())) {
                after.add(event);
            }
        }
        assertThat(most).as("things planned at once").isLessThan(CONFIG.accounts());
        assertThat(events.size()).as("things planned when all is quiet").isLessThan(2_000);
        assertThat(after)
                .extracting(TimedEvent::topic)
                .contains("market.orders.v1", "market.accounts.v1", "market.listings.v1");
    }

    private static double share(Set<String> part, Set<String> whole) {
        return part.size() / (double) whole.size();
    }
}
