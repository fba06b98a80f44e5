package vn.nhipcho.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nhipcho.fixture.AListing.aListing;
import static vn.nhipcho.fixture.APush.aPush;
import static vn.nhipcho.fixture.APush.line;
import static vn.nhipcho.fixture.APush.listed;
import static vn.nhipcho.fixture.AnAccount.anAccount;
import static vn.nhipcho.model.OrderStatus.*;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.nhipcho.fixture.APush;
import vn.nhipcho.ingest.Verdict;
import vn.nhipcho.model.Cell;
import vn.nhipcho.model.Line;
import vn.nhipcho.model.OrderPartRow;
import vn.nhipcho.model.OrderPush;
import vn.nhipcho.model.SalesMeasure;
import vn.nhipcho.model.SuccessMeasure;
import vn.nhipcho.seller.SellerEvent;

/** The rules of correctness of the design, section 3, one by one, through the operators. */
class OrderRulesTest {
    private static final Line PINEAPPLE = line("1", "KHOM", "2.5", "kg", 12_345_00);

    private static final String NO_SUFFIX = "#";

    private SalesFlow flow;

    @BeforeEach
    void open() throws Exception {
        flow = new SalesFlow();
    }

    @AfterEach
    void close() throws Exception {
        flow.close();
    }

    @Test
    void theNewestUpdateWinsTheStatusAndOlderOnesStillFillFields() throws Exception {
        accept(
                aPush().at("2025-03-10T04:00:00Z").is(IN_TRANSIT).event(),
                aPush().at("2025-03-10T02:00:00Z").with(PINEAPPLE).event());

        OrderPartRow part = onlyPart();
        assertThat(part.status()).isEqualTo(IN_TRANSIT);
        assertThat(part.lines()).isEqualTo(1);
        assertThat(flow.verdicts()).isEqualTo(Map.of(Verdict.Kind.APPLIED, 1, Verdict.Kind.SUPERSEDED, 1));
    }

    @Test
    void theStatusRankBreaksATieOfTime() throws Exception {
        accept(
                aPush().at("2025-03-10T04:00:00Z").is(CANCELLED).event(),
                aPush().at("2025-03-10T04:00:00Z").is(DELIVERED).event());

        assertThat(onlyPart().status()).isEqualTo(CANCELLED);
    }

    @Test
    void anUpdateSeenBeforeIsADuplicateAndChangesNothing() throws Exception {
        SellerEvent push = aPush().with(PINEAPPLE).event();
        accept(push, push, push);

        assertThat(flow.verdicts()).isEqualTo(Map.of(Verdict.Kind.APPLIED, 1, Verdict.Kind.DUPLICATE, 2));
        assertThat(total(SalesMeasure.ORDERS)).isEqualTo(1);
    }

    @Test
    void aLaterListOfLinesReplacesTheWholeList() throws Exception {
        accept(
                aPush().at("2025-03-10T02:00:00Z")
                        .with(PINEAPPLE, line("2", "MIT", "1", "kg", 100_00))
                        .event(),
                aPush().at("2025-03-10T03:00:00Z")
                        .with(line("2", "MIT", "3", "kg", 100_00))
                        .event());

        SalesFlow.Tables tables = flow.takeTables(NO_SUFFIX);
        assertThat(tables.lines()).containsOnlyKeys("shopee:order-1/seller-a/2");
        assertThat(sales(tables, "all", SalesMeasure.GROSS)).isEqualTo(300_00);
        assertThat(sales(tables, "all", SalesMeasure.QUANTITY_KG)).isEqualTo(3_000);
    }

    @Test
    void theHourIsTheEarliestPlacedAtOfAllParts() throws Exception {
        accept(
                aPush().placedAt("2025-03-10T02:30:00Z").with(PINEAPPLE).event(),
                aPush().by("seller-b")
                        .placedAt("2025-03-10T01:59:00Z")
                        .with(line("1", "MIT", "1", "kg", 100_00))
                        .event());

        SalesFlow.Tables tables = flow.takeTables(NO_SUFFIX);
        assertThat(tables.sales().keySet())
                .extracting(Cell::hour)
                .containsOnly(Instant.parse("2025-03-10T01:00:00Z").getEpochSecond());
        assertThat(sales(tables, "all", SalesMeasure.ORDERS)).isEqualTo(1);
        assertThat(sales(tables, "all", SalesMeasure.LINES)).isEqualTo(2);
    }

    @Test
    void aPartWithoutPlacedAtIsPlacedAtItsEarliestUpdate() throws Exception {
        accept(
                aPush().at("2025-03-12T00:00:00Z").with(PINEAPPLE).event(),
                aPush().at("2025-03-10T02:00:00Z").event());

        assertThat(onlyPart().placedAt())
                .isEqualTo(Instant.parse("2025-03-10T02:00:00Z").toEpochMilli());
    }

    @Test
    void anAccountThatArrivesAfterTheOrderPlacesItAnew() throws Exception {
        accept(
                aPush().placedAt("2025-03-10T02:00:00Z").with(PINEAPPLE).event(),
                anAccount()
                        .at("2025-02-01T00:00:00Z")
                        .in("934", "31408")
                        .memberOf("HTX-1")
                        .as("HOUSEHOLD")
                        .event(),
                anAccount().at("2025-06-01T00:00:00Z").in("930", "31321").event());

        SalesFlow.Tables tables = flow.takeTables(NO_SUFFIX);
        assertThat(cells(tables, "district")).containsExactly("934");
        assertThat(tables.sales().keySet()).extracting(Cell::cooperative).contains("HTX-1");
    }

    @Test
    void theEarliestValueKnownExtendsBackWithoutLimit() throws Exception {
        accept(
                aPush().placedAt("2020-03-10T02:00:00Z").with(PINEAPPLE).event(),
                anAccount().at("2025-06-01T00:00:00Z").in("930", "31321").event());

        assertThat(cells(flow.takeTables(NO_SUFFIX), "district")).containsExactly("930");
    }

    @Test
    void anUnknownSellerIsUnknownAndAKnownOneWithoutCooperativeIsInNone() throws Exception {
        accept(
                aPush().of("order-1").with(PINEAPPLE).event(),
                aPush().of("order-2").by("seller-b").with(PINEAPPLE).event(),
                anAccount().by("seller-b").in("934", "31408").event());

        SalesFlow.Tables tables = flow.takeTables(NO_SUFFIX);
        assertThat(cells(tables, "district")).containsExactlyInAnyOrder("unknown", "934");
        assertThat(tables.sales().keySet().stream()
                        .filter(cell -> cell.grouping().equals("cooperative"))
                        .map(Cell::cooperative))
                .containsExactlyInAnyOrder("unknown", "(none)");
    }

    @Test
    void aLineWithoutCommodityTakesThatOfItsListingWhenItWasPlaced() throws Exception {
        accept(
                aPush().placedAt("2025-03-10T02:00:00Z")
                        .with(listed("1", "p1"), listed("2", "p2"))
                        .event(),
                aListing("seller-a", "p1", "MIT", "2025-03-01T00:00:00Z"),
                aListing("seller-a", "p1", "KHOM", "2025-03-11T00:00:00Z"));

        assertThat(cells(flow.takeTables(NO_SUFFIX), "commodity")).containsExactlyInAnyOrder("MIT", "unknown");
    }

    @Test
    void anInternalOrderIsKeptAndNeverCounted() throws Exception {
        accept(aPush().from(OrderPush.Origin.INTERNAL).with(PINEAPPLE).event());

        SalesFlow.Tables tables = flow.takeTables(NO_SUFFIX);
        assertThat(tables.lines()).hasSize(1);
        assertThat(tables.sales()).isEmpty();
    }

    @Test
    void anOrderIsCancelledOnlyWhenAllItsPartsThereAre() throws Exception {
        accept(
                aPush().is(CANCELLED).with(PINEAPPLE).event(),
                aPush().by("seller-b")
                        .is(DELIVERED)
                        .with(line("1", "MIT", "1", "kg", 100_00))
                        .event());

        SalesFlow.Tables tables = flow.takeTables(NO_SUFFIX);
        assertThat(sales(tables, "all", SalesMeasure.CANCELLED_ORDERS)).isZero();
        assertThat(sales(tables, "all", SalesMeasure.DELIVERED_ORDERS)).isEqualTo(1);
        assertThat(sales(tables, "all", SalesMeasure.CANCELLED_LINES)).isEqualTo(1);
        assertThat(tables.sales().entrySet().stream()
                        .filter(cell -> cell.getKey().commodity().equals("KHOM")
                                && cell.getKey().grouping().equals("commodity"))
                        .map(cell -> cell.getValue().get(SalesMeasure.CANCELLED_ORDERS.ordinal())))
                .containsExactly(1L);
    }

    @Test
    void goodsLostBeforeDeliveryAreCancelledAndThoseLostAfterItAreNot() throws Exception {
        accept(
                aPush().of("before").is(LOST_DAMAGED).with(PINEAPPLE).event(),
                aPush().of("after")
                        .at("2025-03-10T02:00:00Z")
                        .is(DELIVERED)
                        .with(PINEAPPLE)
                        .event(),
                aPush().of("after").at("2025-03-11T02:00:00Z").is(LOST_DAMAGED).event());

        assertThat(total(SalesMeasure.CANCELLED_ORDERS)).isEqualTo(1);
    }

    @Test
    void anOrderIsLateByLocalDatesOfItsFirstDelivery() throws Exception {
        // 16:59Z and 17:01Z are 23:59 and 00:01 in Vietnam.
        accept(late("on-time", "2025-03-10T16:59:00Z"), late("late", "2025-03-10T17:01:00Z"));

        assertThat(total(SalesMeasure.LATE_ORDERS)).isEqualTo(1);
    }

    @Test
    void anOrderCancelledAfterALateDeliveryIsNoLateOne() throws Exception {
        accept(
                late("order-1", "2025-03-10T17:01:00Z"),
                aPush().at("2025-03-12T02:00:00Z").is(CANCELLED).event());

        assertThat(total(SalesMeasure.LATE_ORDERS)).isZero();
    }

    @Test
    void aSnapshotSetsTheStatusAndNoMilestone() throws Exception {
        accept(
                aPush().at("2025-03-10T02:00:00Z").with(PINEAPPLE).event(),
                aPush().at("2025-03-12T02:00:00Z").is(DELIVERED).snapshot().event());

        OrderPartRow part = onlyPart();
        assertThat(part.status()).isEqualTo(DELIVERED);
        assertThat(part.milestones().deliveredAt()).isNull();
        assertThat(part.successAt()).isNull();
    }

    @Test
    void grossIsRoundedHalfUpAfterTheQuantityAndLessTheDiscount() {
        var line = new Line("1", null, "KHOM", 1_005, "kg", 1_00, 20, 0);
        assertThat(LineValue.gross(line)).isEqualTo(101 - 20);
        assertThat(LineValue.gross(new Line("1", null, "KHOM", 1_004, "kg", 1_00, 0, 0)))
                .isEqualTo(100);
    }

    @Test
    void shippingOfThePartCountsInTheSetsAllAndPlatformOnly() throws Exception {
        accept(aPush().shipping(30_000_00)
                .with(new Line("1", null, "KHOM", 1000, "kg", 1_00, 0, 7_00))
                .event());

        SalesFlow.Tables tables = flow.takeTables(NO_SUFFIX);
        assertThat(sales(tables, "all", SalesMeasure.SHIPPING)).isEqualTo(30_007_00);
        assertThat(sales(tables, "platform", SalesMeasure.SHIPPING)).isEqualTo(30_007_00);
        assertThat(sales(tables, "commodity", SalesMeasure.SHIPPING)).isEqualTo(7_00);
    }

    @Test
    void successesCountByTheHourOfSuccessAndReturnsByTheirOwn() throws Exception {
        accept(
                aPush().at("2025-03-10T02:00:00Z").with(PINEAPPLE).event(),
                aPush().at("2025-03-13T05:10:00Z").is(DELIVERED).event(),
                aPush().at("2025-03-20T08:20:00Z").is(RETURNED).event());

        var all = flow.takeTables(NO_SUFFIX).successes().entrySet().stream()
                .filter(cell -> cell.getKey().grouping().equals("all"))
                .collect(java.util.stream.Collectors.toMap(
                        cell -> Instant.ofEpochSecond(cell.getKey().hour()).toString(), Map.Entry::getValue));
        assertThat(all).containsOnlyKeys("2025-03-13T05:00:00Z", "2025-03-20T08:00:00Z");
        assertThat(all.get("2025-03-13T05:00:00Z").get(SuccessMeasure.DELIVERED_ORDERS.ordinal()))
                .isEqualTo(1);
        assertThat(all.get("2025-03-20T08:00:00Z").get(SuccessMeasure.RETURNED_ORDERS.ordinal()))
                .isEqualTo(1);
    }

    @Test
    void aLineIsWeighedOrCountedNeverBoth() throws Exception {
        accept(aPush().with(line("1", "KHOM", "2", "trái", 100_00), line("2", "CHE_BIEN", "3", "hộp", 100_00))
                .event());

        SalesFlow.Tables tables = flow.takeTables(NO_SUFFIX);
        assertThat(sales(tables, "all", SalesMeasure.QUANTITY_KG)).isEqualTo(2_400);
        assertThat(sales(tables, "all", SalesMeasure.QUANTITY_PIECES)).isEqualTo(3_000);
        assertThat(sales(tables, "all", SalesMeasure.LINES_UNCONVERTED)).isEqualTo(1);
    }

    private static SellerEvent late(String order, String deliveredAt) {
        APush push = aPush().of(order).at(deliveredAt).is(DELIVERED).promisedAt("2025-03-10T01:00:00Z");
        return push.with(PINEAPPLE).event();
    }

    private void accept(SellerEvent... events) throws Exception {
        for (SellerEvent event : events) {
            flow.accept(event);
        }
    }

    private OrderPartRow onlyPart() {
        List<OrderPartRow> parts =
                List.copyOf(flow.takeTables(NO_SUFFIX).parts().values());
        assertThat(parts).hasSize(1);
        return parts.get(0);
    }

    private long total(SalesMeasure measure) {
        return sales(flow.takeTables(NO_SUFFIX), "all", measure);
    }

    private static long sales(SalesFlow.Tables tables, String grouping, SalesMeasure measure) {
        return tables.sales().entrySet().stream()
                .filter(cell -> cell.getKey().grouping().equals(grouping))
                .mapToLong(cell -> cell.getValue().get(measure.ordinal()))
                .sum();
    }

    private static List<String> cells(SalesFlow.Tables tables, String grouping) {
        return tables.sales().keySet().stream()
                .filter(cell -> cell.grouping().equals(grouping))
                .map(cell -> grouping.equals("district") ? cell.district() : cell.commodity())
                .toList();
    }
}
