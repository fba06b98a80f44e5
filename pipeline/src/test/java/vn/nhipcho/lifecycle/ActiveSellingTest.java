package vn.nhipcho.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nhipcho.lifecycle.AStory.millis;

import java.time.Duration;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** AliResearch's active shop, brief section 3.2. */
class ActiveSellingTest {
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final long OPENED = millis("2024-01-01T00:00:00Z");

    @Test
    void isNotActiveBeforeThirtyDays() {
        long[] orders = {OPENED, OPENED + DAY, OPENED + 2 * DAY};

        assertThat(ActiveSelling.isActive(OPENED, orders, OPENED + 30 * DAY - 1))
                .isFalse();
        assertThat(ActiveSelling.isActive(OPENED, orders, OPENED + 30 * DAY)).isTrue();
    }

    @Test
    void needsThreeOrdersInThreeMonths() {
        long[] orders = {OPENED, OPENED + 100 * DAY, OPENED + 110 * DAY, OPENED + 120 * DAY};

        assertThat(ActiveSelling.isActive(OPENED, orders, OPENED + 119 * DAY)).isFalse();
        assertThat(ActiveSelling.isActive(OPENED, orders, OPENED + 120 * DAY)).isTrue();
        // The order of day 100 leaves the window.
        assertThat(ActiveSelling.isActive(OPENED, orders, OPENED + 190 * DAY)).isFalse();
    }

    @Test
    void measuresAYoungShopOverItsOwnAge() {
        long[] orders = {OPENED, OPENED + DAY};

        assertThat(ActiveSelling.isActive(OPENED, orders, OPENED + 60 * DAY)).isTrue();
        assertThat(ActiveSelling.isActive(OPENED, orders, OPENED + 61 * DAY)).isFalse();
    }

    /** The spans say the same as the definition at every hour. */
    @Property(tries = 200)
    void spansAgreeWithTheDefinition(@ForAll long seed) {
        var random = new Random(seed);
        long[] orders = random.longs(1 + random.nextInt(8), 0, 400)
                .map(day -> OPENED + day * DAY)
                .sorted()
                .toArray();
        var spans = ActiveSelling.spans(OPENED, orders);

        for (int hour = 0; hour < 24 * 520; hour += 5) {
            long instant = OPENED + hour * DAY / 24;
            assertThat(spans.stream().anyMatch(span -> span.contains(instant)))
                    .as("at hour %d of seed %d", hour, seed)
                    .isEqualTo(ActiveSelling.isActive(OPENED, orders, instant));
        }
    }
}
