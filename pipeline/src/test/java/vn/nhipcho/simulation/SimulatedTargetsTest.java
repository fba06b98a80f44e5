package vn.nhipcho.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import vn.nhipcho.simulation.SimulatedTargets.Target;

class SimulatedTargetsTest {
    @Test
    void plansTheSizeOfTheSeasonForEachOfItsYears() {
        var config = SimulationConfig.upTo(Instant.parse("2026-11-24T00:00:00Z"));

        assertThat(SimulatedTargets.of(config))
                .filteredOn(target -> target.year() == 2026)
                .containsExactly(
                        new Target("accounts_activated", "93", 2026, 58_000, "account"),
                        new Target("traded_accounts", "93", 2026, 450, "account"),
                        new Target("transactions", "93", 2026, 11_880, "order"),
                        new Target("value", "93", 2026, 2_613_600_000L, "VND"),
                        new Target("ocop_online_rate", "93", 2026, 100, "%"));
    }

    @Test
    void expectsLessOfAYearThatTheSeasonBeginsLateIn() {
        var config = SimulationConfig.upTo(Instant.parse("2026-11-24T00:00:00Z"));

        // From 24 May 2025: eight months of it.
        assertThat(SimulatedTargets.of(config))
                .contains(new Target("transactions", "93", 2025, 7_920, "order"))
                .extracting(Target::year)
                .containsOnly(2025, 2026);
    }
}
