package vn.nhipcho.local.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nhipcho.event.OrderEvent;
import vn.nhipcho.event.OrderLine;
import vn.nhipcho.importer.JsonEvents;
import vn.nhipcho.local.WrongUse;

class FieldFixTest {
    private static final JsonEvents JSON = new JsonEvents(ZoneId.of("Asia/Ho_Chi_Minh"));

    private final OrderEvent order = OrderEvent.newBuilder()
            .setEventId("push-1")
            .setPlatform("shopee")
            .setOrderId("order-1")
            .setSellerId("seller-1")
            .setStatusRaw("READY_TO_SHIP")
            .setOccurredAt(Instant.parse("2025-03-10T02:00:00Z"))
            .setPlacedAt(Instant.parse("2025-03-10T01:00:00Z"))
            .setCurrency("USD")
            .setLines(new ArrayList<>(List.of(line("1"), line("2"))))
            .build();

    @Test
    void setsTextWithAndWithoutQuotes() throws FixRefused {
        apply("currency=VND");
        apply("seller_id=\"17\"");
        apply("buyer_province=a=b");

        assertThat(order.getCurrency()).isEqualTo("VND");
        assertThat(order.getSellerId()).isEqualTo("17");
        assertThat(order.getBuyerProvince()).isEqualTo("a=b");
    }

    @Test
    void setsOneEntryOfAListOrEvery() throws FixRefused {
        apply("lines.1.quantity=1.5");
        apply("lines.*.unit=tonne");

        assertThat(order.getLines())
                .containsExactly(
                        OrderLine.newBuilder(line("1")).setUnit("tonne").build(),
                        OrderLine.newBuilder(line("2"))
                                .setUnit("tonne")
                                .setQuantity(new BigDecimal("1.500"))
                                .build());
    }

    @Test
    void setsAWholeList() throws FixRefused {
        apply("lines=[{\"line_id\":\"9\",\"quantity\":\"2\",\"unit\":\"kg\",\"unit_price\":100.5}]");

        assertThat(order.getLines())
                .containsExactly(OrderLine.newBuilder()
                        .setLineId("9")
                        .setQuantity(new BigDecimal("2.000"))
                        .setUnit("kg")
                        .setUnitPrice(new BigDecimal("100.50"))
                        .build());
    }

    @Test
    void setsTimesInTheZoneOfTheDeploymentAndNull() throws FixRefused {
        apply("occurred_at=2025-03-10T12:00:00");
        apply("placed_at=null");

        assertThat(order.getOccurredAt()).isEqualTo(Instant.parse("2025-03-10T05:00:00Z"));
        assertThat(order.getPlacedAt()).isNull();
    }

    @Test
    void doesNotSetWhatThisEventLacks() throws FixRefused {
        assertThatThrownBy(() -> apply("lines.2.unit=kg")).hasMessage("lines has 2 entries here");
        apply("lines=null");
        assertThatThrownBy(() -> apply("lines.0.unit=kg")).hasMessage("lines is null here; set the whole of it");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            curency=VND       | there is no field curency; known: event_id, platform
            lines.0.colour=x  | there is no field lines.0.colour; known: line_id
            lines.quantity=1  | lines is a list; write lines.0.quantity for its first entry
            currency.code=VND | currency has no fields
            order_id=17       | order_id must be text; write it with its quotes: 'order_id="17"'
            order_id=null     | order_id cannot be null
            lines=[           | lines must be a list
            lines.0.quantity=many | lines.0.quantity must be a number
            origin=FRIEND     | origin must be one of
            """)
    void saysWhatNoEventCanHave(String fix, String message) {
        assertThatThrownBy(() -> FieldFix.parse(fix).check(OrderEvent.getClassSchema()))
                .isInstanceOf(FixRefused.class)
                .hasMessageStartingWith(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "currency", "=VND"})
    void isAFieldAndAValue(String text) {
        assertThatThrownBy(() -> FieldFix.parse(text))
                .isInstanceOf(WrongUse.class)
                .hasMessageContaining("write it like currency=VND");
    }

    private void apply(String fix) throws FixRefused {
        FieldFix.parse(fix).apply(order, JSON);
    }

    private static OrderLine line(String id) {
        return OrderLine.newBuilder()
                .setLineId(id)
                .setQuantity(new BigDecimal("1.000"))
                .setUnit("kg")
                .setUnitPrice(new BigDecimal("15000.00"))
                .build();
    }
}
