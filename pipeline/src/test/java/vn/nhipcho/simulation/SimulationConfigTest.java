package vn.nhipcho.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SimulationConfigTest {
    private static final Instant END = Instant.parse("2026-11-24T11:34:56.789Z");

    @Test
    void beginsAtAMidnightInVietnamAndEndsAtAMinute() {
        var config = SimulationConfig.upTo(END);
        assertThat(config.end()).isEqualTo(Instant.parse("2026-11-24T11:34:00Z"));
        assertThat(config.start()).isEqualTo(Instant.parse("2025-05-23T17:00:00Z"));
        assertThat(config.accounts()).isEqualTo(58_000);
    }

    @Test
    void tellsEveryProblemAtOnce() {
        assertThatThrownBy(() -> new SimulationConfig(1, END, 2, 50, 0, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("months is 2")
                .hasMessageContaining("trading sellers are 0")
                .hasMessageContaining("order scale is -1.0");
        assertThatThrownBy(() -> SimulationConfig.upTo(END).withSellers(100, 450))
                .hasMessageContaining("at least ten times the trading sellers (4500)");
    }

    @Test
    void refusesYearsWithoutATetCalendar() {
        assertThatThrownBy(() -> SimulationConfig.upTo(Instant.parse("2021-06-01T00:00:00Z")))
                .hasMessageContaining("begin after 2021-01-01");
        assertThatThrownBy(() -> SimulationConfig.upTo(Instant.parse("2040-01-01T00:00:00Z")))
                .hasMessageContaining("end before 2035-01-01");
    }
}
