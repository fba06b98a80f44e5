package vn.nhipcho.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.nhipcho.event.AccountEvent;
import vn.nhipcho.event.OrderEvent;
import vn.nhipcho.event.OrderLine;
import vn.nhipcho.marketplace.StatusMap;
import vn.nhipcho.model.OrderStatus;
import vn.nhipcho.model.Place;
import vn.nhipcho.reference.AdminUnits;
import vn.nhipcho.reference.UnitConversions;

/** The example that a newcomer reads first says what it means to say. */
class FirstOrdersTest {
    private Collected example;

    @BeforeEach
    void read() throws Exception {
        example = Collected.from("jsonl:../examples/first-orders.jsonl", ZoneId.of("Asia/Ho_Chi_Minh"));
    }

    @Test
    void everyLineIsAcceptedAndOnePushComesTwice() {
        assertThat(example.rejected).isEmpty();
        assertThat(example.events).hasSize(21);
        assertThat(new HashSet<>(example.events)).hasSize(20);
    }

    @Test
    void everyStatusAndUnitIsKnown() {
        var statuses = StatusMap.load();
        var conversions = UnitConversions.load();

        assertThat(example.orders()).allSatisfy(order -> {
            assertThat(statuses.canonical(order.getPlatform(), order.getStatusRaw()))
                    .isNotEqualTo(OrderStatus.UNKNOWN);
            var lines = order.getLines() == null ? List.<OrderLine>of() : order.getLines();
            assertThat(lines).allSatisfy(line -> {
                var converted = conversions.convert(line.getUnit(), line.getCommodity(), 1000);
                assertThat(converted.grams() != null || converted.pieces() > 0).isTrue();
            });
        });
        assertThat(example.orders().map(OrderEvent::getOrderId).distinct())
                .containsExactly("B-1001", "2505128KX", "TT-555", "LZ-90", "V-7");
    }

    @Test
    void bothHouseholdsAreInPhungHiepByAnOldAndANewCode() {
        var units = AdminUnits.load();

        var places = example.events.stream()
                .map(ImportedEvent::event)
                .filter(AccountEvent.class::isInstance)
                .map(AccountEvent.class::cast)
                .filter(account -> account.getCommuneCode() != null)
                .map(account -> units.place(
                        account.getCommuneCode(),
                        account.getCommuneValidOn(),
                        account.getDistrictCode(),
                        account.getProvinceCode()));

        assertThat(places)
                .containsExactly(
                        new Place("93", "934", "31420"),
                        new Place("93", "930", "31338"),
                        new Place("93", "934", "31420"));
    }
}
