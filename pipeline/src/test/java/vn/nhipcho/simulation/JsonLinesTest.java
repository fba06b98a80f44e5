package vn.nhipcho.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.nhipcho.event.OrderOrigin;
import vn.nhipcho.simulation.SellerLabel.Reason;

class JsonLinesTest {
    private static final Instant AT = Instant.parse("2026-03-10T03:00:00Z");

    @Test
    void writesAnOrderByItsAvroNamesWithoutWhatTellsNothing() throws Exception {
        var buyer = new Buyer("79", 2, "COD", 0);
        var order = new OrderPart.Order(
                Market.BUUDIEN,
                "BD1",
                OrderOrigin.CUSTOMER,
                AT.toEpochMilli(),
                AT.plusSeconds(3_600).toEpochMilli(),
                buyer,
                new Dice(1));
        var item = new OrderPart.Item("1", "9", "KHOM", 2_500, "kg", 14_000, 0);
        var agenda = new Agenda();
        new OrderPart(order, "s1", 0, List.of(item)).send(agenda, new Conduct(3, 0, 1, true), true);

        assertThat(lines(agenda.next()))
                .isEqualTo("{\"topic\":\"orders\",\"event\":{\"event_id\":\"BD1-0-0\",\"platform\":\"buudien\","
                        + "\"order_id\":\"BD1\",\"seller_id\":\"s1\",\"status_raw\":\"AWAITING_SELLER\","
                        + "\"occurred_at\":\"2026-03-10T03:00:00Z\",\"placed_at\":\"2026-03-10T03:00:00Z\","
                        + "\"lines\":[{\"line_id\":\"1\",\"product_id\":\"9\",\"commodity\":\"KHOM\","
                        + "\"quantity\":\"2.500\",\"unit\":\"kg\",\"unit_price\":\"14000.00\"}],"
                        + "\"shipping_fee\":\"27000.00\",\"currency\":\"VND\",\"payment_method\":\"COD\","
                        + "\"promised_at\":\"2026-03-10T04:00:00Z\",\"buyer_province\":\"79\","
                        + "\"confirm_by\":\"2026-03-12T03:00:00Z\",\"origin\":\"CUSTOMER\","
                        + "\"status_is_snapshot\":false,\"source\":\"simulation\"}}\n");
    }

    @Test
    void writesALabel() throws Exception {
        var label = new SellerLabel("s1", AT, AT.plusSeconds(60), Reason.BUSY, List.of(1, 2), List.of("KHOM"), 3.5);
        var out = new ByteArrayOutputStream();
        try (var json = new JsonLines(out)) {
            json.write(label);
        }
        assertThat(out.toString(UTF_8))
                .isEqualTo("{\"seller_id\":\"s1\",\"started_at\":\"2026-03-10T03:00:00Z\","
                        + "\"stopped_at\":\"2026-03-10T03:01:00Z\",\"reason\":\"BUSY\",\"season_months\":[1,2],"
                        + "\"commodities\":[\"KHOM\"],\"orders_per_month\":3.5}\n");
    }

    private static String lines(TimedEvent... events) throws Exception {
        var out = new ByteArrayOutputStream();
        try (var json = new JsonLines(out)) {
            for (var event : events) {
                json.write(event);
            }
        }
        return out.toString(UTF_8);
    }
}
