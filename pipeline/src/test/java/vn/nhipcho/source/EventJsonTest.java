package vn.nhipcho.source;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nhipcho.fixture.AnOrderEvent.aLine;
import static vn.nhipcho.fixture.AnOrderEvent.anOrderEvent;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import vn.nhipcho.event.ListingEvent;
import vn.nhipcho.event.ListingEventKind;
import vn.nhipcho.fixture.AnOrderEvent;

class EventJsonTest {
    private static final ObjectMapper JACKSON = new ObjectMapper();

    private final EventJson json = new EventJson();

    @Test
    void writesLinesDecimalsAndFlags() throws IOException {
        var event = anOrderEvent()
                .setLines(List.of(
                        aLine().build(),
                        aLine().setLineId("2")
                                .setDiscount(new BigDecimal("0.00"))
                                .build()))
                .build();
        var tree = JACKSON.readTree(json.of(event));
        assertThat(tree.at("/lines/0").toString())
                .isEqualTo("{\"line_id\":\"1\",\"quantity\":\"2.500\",\"unit\":\"kg\",\"unit_price\":\"20000.00\"}");
        assertThat(tree.at("/lines/1/discount").textValue()).isEqualTo("0.00");
        assertThat(tree.at("/status_is_snapshot").booleanValue()).isFalse();
        assertThat(tree.has("placed_at")).isFalse();
    }

    @Test
    void writesDatesAndKinds() {
        var event = ListingEvent.newBuilder()
                .setEventId("e")
                .setPlatform("voso")
                .setListingId("l")
                .setSellerId("s")
                .setKind(ListingEventKind.WITHDRAWN)
                .setOccurredAt(AnOrderEvent.OCCURRED_AT)
                .setOcopStars(3)
                .setOcopValidTo(LocalDate.of(2027, 1, 31))
                .build();
        assertThat(json.of(event))
                .contains("\"kind\":\"WITHDRAWN\"", "\"ocop_stars\":3", "\"ocop_valid_to\":\"2027-01-31\"");
    }

    @Property(tries = 500)
    void escapesAnyText(@ForAll String text) throws IOException {
        var event = anOrderEvent().setOrderId(text).build();
        assertThat(JACKSON.readTree(json.of(event)).get("order_id").textValue()).isEqualTo(text);
    }
}
