package vn.nhipcho.dashboards.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelativeTimeTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    /** A Tuesday, 01:30 in the zone; still Monday in UTC. */
    private static final Instant NOW = Instant.parse("2026-11-23T18:30:00Z");

    @ParameterizedTest
    @CsvSource({
        "now, 2026-11-23T18:30:00Z",
        "now-30d, 2026-10-24T18:30:00Z",
        "now-90m, 2026-11-23T17:00:00Z",
        "now/d, 2026-11-23T17:00:00Z",
        "now/h, 2026-11-23T18:00:00Z",
        "now/w, 2026-11-22T17:00:00Z",
        "now/y, 2025-12-31T17:00:00Z",
        "now-12M/M, 2025-10-31T17:00:00Z"
    })
    void beginsWhereTheZoneSays(String from, Instant expected) {
        assertThat(RelativeTime.range(from, "now", NOW, ZONE).from()).isEqualTo(expected);
    }

    @Test
    void endsWithTheLastMillisecondOfAUnit() {
        assertThat(RelativeTime.range("now/M", "now/M", NOW, ZONE))
                .isEqualTo(new TimeRange(
                        Instant.parse("2026-10-31T17:00:00Z"), Instant.parse("2026-11-30T16:59:59.999Z")));
    }

    @Test
    void saysWhatIsNoTime() {
        assertThatThrownBy(() -> RelativeTime.range("yesterday", "now", NOW, ZONE))
                .hasMessageStartingWith("yesterday is no time: ");
    }
}
