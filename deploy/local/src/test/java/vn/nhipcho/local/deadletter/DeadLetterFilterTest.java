package vn.nhipcho.local.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.nhipcho.deadletter.DeadLetterReason;

class DeadLetterFilterTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    @Test
    void asksForNothingWhenNothingIsGiven() {
        var filter = new DeadLetterFilter(null, null, List.of(), null, null);

        assertThat(filter.isEmpty()).isTrue();
        assertThat(filter.condition(ZONE)).isEqualTo("true");
    }

    @Test
    void asksForAllThatIsGiven() {
        var filter = new DeadLetterFilter(
                DeadLetterReason.OUT_OF_RANGE,
                "market.orders.v1",
                List.of(new Position("market.orders.v1", 0, 17), new Position("market.orders.v1", 1, 4)),
                LocalDateTime.parse("2026-03-16T00:00"),
                LocalDateTime.parse("2026-03-17T00:00"));

        assertThat(filter.isEmpty()).isFalse();
        assertThat(filter.condition(ZONE))
                .isEqualTo("reason = 'OUT_OF_RANGE' AND topic = 'market.orders.v1'"
                        + " AND (topic, partition, offset) IN (('market.orders.v1', 0, 17), ('market.orders.v1', 1, 4))"
                        + " AND first_seen >= fromUnixTimestamp64Milli(toInt64(1773594000000))"
                        + " AND first_seen < fromUnixTimestamp64Milli(toInt64(1773680400000))");
    }

    @Test
    void letsNoTextOutOfItsQuotes() {
        var filter = new DeadLetterFilter(null, "a' OR 'b\\", List.of(), null, null);

        assertThat(filter.condition(ZONE)).isEqualTo("topic = 'a\\' OR \\'b\\\\'");
    }
}
