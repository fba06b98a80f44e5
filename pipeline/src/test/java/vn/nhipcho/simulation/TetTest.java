package vn.nhipcho.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TetTest {
    @ParameterizedTest
    @CsvSource({"2022-01-31, 2022-02-04", "2023-01-20, 2023-01-25", "2024-02-08, 2024-02-13", "2026-02-16, 2026-02-20"})
    void carriersRestFrom29TetToTheFourthDay(LocalDate from, LocalDate to) {
        assertThat(Tet.carriersRest(from.minusDays(1).toEpochDay())).isFalse();
        from.datesUntil(to.plusDays(1))
                .forEach(day -> assertThat(Tet.carriersRest(day.toEpochDay())).isTrue());
        assertThat(Tet.carriersRest(to.plusDays(1).toEpochDay())).isFalse();
    }

    @Test
    void countsDaysFromTheNearestTet() {
        assertThat(Tet.daysFrom(LocalDate.of(2026, 2, 10).toEpochDay())).isEqualTo(-7);
        assertThat(Tet.daysFrom(LocalDate.of(2026, 3, 1).toEpochDay())).isEqualTo(12);
    }

    @Test
    void swellsBeforeTetAndStandsStillDuringIt() {
        long tuesday = LocalDate.of(2026, 4, 14).toEpochDay();
        long beforeTet = LocalDate.of(2026, 2, 3).toEpochDay();
        long tet = LocalDate.of(2026, 2, 17).toEpochDay();

        assertThat(Demand.onDay(beforeTet, true)).isGreaterThan(1.5 * Demand.onDay(tuesday, true));
        assertThat(Demand.onDay(tet, true)).isLessThan(0.2 * Demand.onDay(tuesday, true));
    }
}
