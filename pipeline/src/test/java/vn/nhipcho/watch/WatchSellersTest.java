package vn.nhipcho.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vn.nhipcho.fixture.AListing.aListing;
import static vn.nhipcho.fixture.APush.aPush;
import static vn.nhipcho.fixture.APush.line;
import static vn.nhipcho.fixture.AnAccount.anAccount;
import static vn.nhipcho.lifecycle.AStory.millis;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.nhipcho.alert.AlertSettings;
import vn.nhipcho.ingest.Verdict;
import vn.nhipcho.model.AlertRow;
import vn.nhipcho.model.OrderStatus;

class WatchSellersTest {
    private SellerFlow flow;

    @BeforeEach
    void open() throws Exception {
        flow = SellerFlow.start();
    }

    @AfterEach
    void close() throws Exception {
        flow.close();
    }

    @Test
    void opensWhenThePlatformsClockHasPassedAndResolvesWithTheNextOrder() throws Exception {
        order("order-1", "2025-03-01T02:00:00Z");
        order("order-2", "2025-03-02T02:00:00Z");
        flow.clock("shopee", millis("2025-04-01T01:59:00Z"));
        flow.barrier();
        assertThat(quiet()).isEmpty();

        flow.clock("shopee", millis("2025-04-01T02:00:00Z"));
        flow.barrier();
        assertThat(quiet())
                .extracting(AlertRow::state, row -> row.about().openedAt())
                .containsExactly(tuple("OPEN", millis("2025-04-01T02:00:00Z")));

        order("order-3", "2025-04-05T02:00:00Z");
        flow.barrier();
        assertThat(quiet())
                .extracting(AlertRow::state, AlertRow::resolvedAt)
                .containsExactly(tuple("RESOLVED", millis("2025-04-05T02:00:00Z")));
        assertThat(sent()).containsExactly("OPEN", "RESOLVED");
    }

    @Test
    void anotherPlatformsClockOpensNothing() throws Exception {
        order("order-1", "2025-03-01T02:00:00Z");
        order("order-2", "2025-03-02T02:00:00Z");
        flow.clock("tiki", millis("2025-09-01T00:00:00Z"));
        flow.barrier();

        assertThat(flow.alerts).isEmpty();
    }

    @Test
    void withdrawsWhatAnOrderThatComesLateContradicts() throws Exception {
        order("order-1", "2025-03-01T02:00:00Z");
        order("order-2", "2025-03-02T02:00:00Z");
        flow.clock("shopee", millis("2025-04-02T00:00:00Z"));
        flow.barrier();

        order("order-3", "2025-03-30T02:00:00Z");
        flow.barrier();

        assertThat(quiet()).extracting(AlertRow::state).containsExactly("WITHDRAWN");
        assertThat(sent()).containsExactly("OPEN", "WITHDRAWN");
    }

    @Test
    void entersWhatWasOverDueAlreadyAsLate() throws Exception {
        flow.clock("shopee", millis("2025-06-01T00:00:00Z"));
        flow.barrier();

        order("order-1", "2025-03-01T02:00:00Z");
        order("order-2", "2025-03-02T02:00:00Z");
        flow.barrier();

        assertThat(quiet()).extracting(AlertRow::state, AlertRow::enteredLate).containsExactly(tuple("OPEN", true));
    }

    @Test
    void entersHistoryThatIsLoadedAsLate() throws Exception {
        order("order-1", "2025-03-01T02:00:00Z");
        order("order-2", "2025-03-02T02:00:00Z");
        // The first clock ever heard is two months after the alert opened.
        flow.clock("shopee", millis("2025-06-01T00:00:00Z"));
        flow.barrier();

        assertThat(quiet()).extracting(AlertRow::state, AlertRow::enteredLate).containsExactly(tuple("OPEN", true));
    }

    @Test
    void anOrdersAlertGoesByItsOwnPlatformsClock() throws Exception {
        flow.accept(aPush().of("order-1").on("tiki").at("2025-03-10T02:00:00Z").event());
        flow.accept(aPush().of("order-2")
                .on("lazada")
                .at("2025-03-10T02:00:00Z")
                .is(OrderStatus.AWAITING_SELLER)
                .event());
        flow.barrier();
        // Tiki says nothing more; at Lazada half of 24 hours has passed, then all but four.
        flow.clock("lazada", millis("2025-03-10T14:00:00Z"));
        flow.barrier();
        assertThat(unconfirmed())
                .extracting(AlertRow::state, AlertRow::severity)
                .containsExactly(tuple("OPEN", "WARNING"));

        flow.clock("lazada", millis("2025-03-10T22:00:00Z"));
        flow.barrier();
        assertThat(unconfirmed())
                .extracting(AlertRow::state, AlertRow::severity)
                .containsExactly(tuple("OPEN", "URGENT"));
    }

    @Test
    void twoSellersOfOneOrderHaveAlertsOfTheirOwn() throws Exception {
        for (String seller : List.of("seller-a", "seller-b")) {
            flow.accept(aPush().by(seller)
                    .of("order-1")
                    .on("lazada")
                    .at("2025-03-10T02:00:00Z")
                    .is(OrderStatus.AWAITING_SELLER)
                    .event());
        }
        flow.clock("lazada", millis("2025-03-10T14:00:00Z"));
        flow.barrier();
        flow.accept(aPush().by("seller-a")
                .of("order-1")
                .on("lazada")
                .at("2025-03-10T15:00:00Z")
                .is(OrderStatus.AWAITING_PICKUP)
                .event());
        flow.barrier();

        assertThat(unconfirmed())
                .extracting(alert -> alert.about().sellerId(), AlertRow::state)
                .containsExactlyInAnyOrder(tuple("seller-a", "RESOLVED"), tuple("seller-b", "OPEN"));
    }

    @Test
    void aPlatformThatNeverSentAnOrderStopsNobodysClock() throws Exception {
        order("order-1", "2025-03-01T02:00:00Z");
        order("order-2", "2025-03-02T02:00:00Z");
        flow.accept(aListing("seller-a", "product-1", "KHOM", "2025-03-03T00:00:00Z", "voso"));
        flow.clock("shopee", millis("2025-04-02T00:00:00Z"));
        flow.barrier();

        assertThat(quiet()).extracting(AlertRow::state).containsExactly("OPEN");
    }

    @Test
    void aPlatformTheSellerHasLeftStopsItsClockNoMore() throws Exception {
        flow.accept(
                aPush().of("order-0").on("postmart").at("2024-06-01T02:00:00Z").event());
        order("order-1", "2025-03-01T02:00:00Z");
        order("order-2", "2025-03-02T02:00:00Z");
        flow.clock("shopee", millis("2025-04-02T00:00:00Z"));
        flow.barrier();

        assertThat(quiet()).extracting(AlertRow::state).contains("OPEN");
    }

    @Test
    void otherRulesJudgeEverySellerAnew() throws Exception {
        order("order-1", "2025-03-01T02:00:00Z");
        order("order-2", "2025-03-02T02:00:00Z");
        flow.clock("shopee", millis("2025-04-02T00:00:00Z"));
        flow.barrier();
        assertThat(quiet()).extracting(AlertRow::state).containsExactly("OPEN");

        flow = flow.restarted(
                AlertSettings.standardYaml().replace("days: 30\n    min_orders", "days: 20\n    min_orders"));
        flow.barrierWithoutClocks();

        assertThat(quiet())
                .extracting(AlertRow::state, alert -> alert.about().openedAt())
                .containsExactlyInAnyOrder(
                        tuple("WITHDRAWN", millis("2025-04-01T02:00:00Z")),
                        tuple("OPEN", millis("2025-03-22T02:00:00Z")));
    }

    @Test
    void clocksWaitWhileAReaderIsBehind() throws Exception {
        order("order-1", "2025-03-01T02:00:00Z");
        order("order-2", "2025-03-02T02:00:00Z");
        flow.clock("shopee", millis("2025-06-01T00:00:00Z"));
        flow.behind();
        flow.barrier();
        assertThat(flow.alerts).isEmpty();

        // What came meanwhile shows that there is nothing to report.
        order("order-3", "2025-03-30T02:00:00Z");
        order("order-4", "2025-04-25T02:00:00Z");
        order("order-5", "2025-05-20T02:00:00Z");
        flow.barrier();

        assertThat(quiet()).isEmpty();
        assertThat(flow.transitions).noneMatch(alert -> alert.about().rule().equals("seller_quiet_30"));
    }

    @Test
    void clocksThatWaitAreKeptOverARestart() throws Exception {
        order("order-1", "2025-03-01T02:00:00Z");
        order("order-2", "2025-03-02T02:00:00Z");
        flow.clock("shopee", millis("2025-06-01T00:00:00Z"));
        flow.behind();
        flow = flow.restarted();
        assertThat(flow.alerts).isEmpty();

        flow.barrierWithoutClocks();

        assertThat(quiet()).extracting(AlertRow::state).containsExactly("OPEN");
    }

    @Test
    void anOrderWithoutASellerIsCountedAndHasNoStory() throws Exception {
        flow.accept(aPush().by("").of("order-1").at("2025-03-01T02:00:00Z").event());
        flow.barrier();

        assertThat(flow.sellers).isEmpty();
        assertThat(flow.verdicts).containsExactly(Map.entry(Verdict.Kind.APPLIED, 1));
    }

    @Test
    void countsDaysByCommodityAndMovesThemWhenAnOrderTurnsOutEarlier() throws Exception {
        flow.accept(anAccount().in("934", "31408").event());
        flow.accept(aPush().of("order-1")
                .at("2025-03-01T02:00:00Z")
                .with(line("1", "KHOM", "2", "kg", 10_000_00), line("2", "MIT", "1", "kg", 20_000_00))
                .event());
        flow.barrier();
        assertThat(flow.days.keySet()).containsExactly("seller-a/20148/KHOM", "seller-a/20148/MIT");

        flow.accept(aPush().of("order-1")
                .at("2025-03-01T03:00:00Z")
                .placedAt("2025-02-27T02:00:00Z")
                .event());
        flow.barrier();
        assertThat(flow.days.keySet()).containsExactly("seller-a/20146/KHOM", "seller-a/20146/MIT");
    }

    @Test
    void countsASuccessOnItsOwnDayAndTheOrderOnTheDayItWasPlaced() throws Exception {
        flow.accept(anAccount().in("934", "31408").event());
        flow.accept(aPush().of("order-1")
                .at("2025-03-01T02:00:00Z")
                .placedAt("2025-03-01T02:00:00Z")
                .with(line("1", "KHOM", "2", "kg", 10_000_00))
                .event());
        flow.accept(aPush().of("order-1")
                .at("2025-03-03T02:00:00Z")
                .is(OrderStatus.DELIVERED)
                .event());
        flow.barrier();
        assertThat(flow.days.get("seller-a/20148/KHOM").counts()).containsExactly(1, 1, 0, 0, 0);
        assertThat(flow.days.get("seller-a/20150/KHOM").counts()).containsExactly(0, 0, 0, 0, 1);

        flow.accept(aPush().of("order-1")
                .at("2025-03-03T04:00:00Z")
                .is(OrderStatus.CANCELLED)
                .event());
        flow.barrier();
        assertThat(flow.days.get("seller-a/20148/KHOM").counts()).containsExactly(1, 0, 0, 0, 0);
        assertThat(flow.days).doesNotContainKey("seller-a/20150/KHOM");
    }

    private void order(String id, String instant) throws Exception {
        flow.accept(aPush().of(id)
                .at(instant)
                .placedAt(instant)
                .is(OrderStatus.COMPLETED)
                .with(line("1", "KHOM", "2", "kg", 10_000_00))
                .event());
    }

    private List<AlertRow> quiet() {
        return flow.alerts("seller_quiet_30");
    }

    private List<AlertRow> unconfirmed() {
        return flow.alerts("order_unconfirmed");
    }

    private List<String> sent() {
        return flow.transitions.stream()
                .filter(alert -> alert.about().rule().equals("seller_quiet_30"))
                .map(AlertRow::state)
                .toList();
    }
}
