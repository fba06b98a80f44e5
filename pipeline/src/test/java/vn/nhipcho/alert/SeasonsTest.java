package vn.nhipcho.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nhipcho.alert.Seasons.Season;

class SeasonsTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final Seasons SEASONS = AlertSettings.standard(ZONE).seasons();
    /** March to May. */
    private static final Season DURIAN = SEASONS.of(Set.of("SAU_RIENG"));

    private static final Season ALWAYS = SEASONS.of(Set.of());

    @Test
    void theClockStandsStillOutsideTheSeason() {
        assertThat(DURIAN.inSeason(at("2026-02-28"))).isFalse();
        assertThat(DURIAN.inSeason(at("2026-03-01"))).isTrue();
        assertThat(DURIAN.inSeason(at("2026-06-01") - 1)).isTrue();
        assertThat(DURIAN.inSeason(at("2026-06-01"))).isFalse();
        assertThat(DURIAN.inSeasonBetween(at("2026-05-22"), at("2027-03-11"))).isEqualTo(20 * DAY);
        assertThat(DURIAN.plus(at("2026-05-22"), 20 * DAY)).isEqualTo(at("2027-03-11"));
        assertThat(DURIAN.plus(at("2026-05-22"), 10 * DAY)).isEqualTo(at("2026-06-01"));
        assertThat(DURIAN.nextStart(at("2026-05-22"))).isEqualTo(at("2027-03-01"));
        assertThat(DURIAN.nextEnd(at("2026-05-22"))).isEqualTo(at("2026-06-01"));
        assertThat(DURIAN.nextEnd(at("2026-06-01"))).isEqualTo(at("2027-06-01"));
    }

    @Test
    void tetStopsTheClockAndEndsNoSeason() {
        assertThat(ALWAYS.inSeason(at("2023-01-22"))).isTrue();
        assertThat(ALWAYS.clockRuns(at("2023-01-22"))).isFalse();
        assertThat(ALWAYS.inSeasonBetween(at("2023-01-15"), at("2023-01-30"))).isEqualTo(9 * DAY);
        assertThat(ALWAYS.nextEnd(at("2023-01-15"))).isEqualTo(Long.MAX_VALUE);
        assertThat(ALWAYS.nextStart(at("2023-01-15"))).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void aSellerIsInSeasonWhenAnyCommodityIs() {
        var both = SEASONS.of(Set.of("SAU_RIENG", "QUYT"));

        assertThat(both.inSeason(at("2026-04-01"))).isTrue();
        assertThat(both.inSeason(at("2026-12-01"))).isTrue();
        assertThat(both.inSeason(at("2026-08-01"))).isFalse();
        assertThat(SEASONS.of(Set.of("SAU_RIENG", "NHAN"))).isSameAs(ALWAYS);
        assertThat(SEASONS.of(Set.of("SAU_RIENG", "GAO"))).isSameAs(ALWAYS);
        assertThat(SEASONS.of(Set.of("QUYT", "SAU_RIENG"))).isSameAs(both);
    }

    @Test
    void outsideItsYearsEverythingIsInSeason() {
        assertThat(DURIAN.inSeason(at("1999-08-01"))).isTrue();
        assertThat(DURIAN.inSeason(at("2100-08-01"))).isTrue();
        assertThat(DURIAN.inSeasonBetween(at("1999-12-01"), at("2000-03-02"))).isEqualTo(32 * DAY);
        assertThat(DURIAN.plus(at("2026-01-01"), Long.MAX_VALUE - 1)).isEqualTo(Long.MAX_VALUE);
        assertThat(DURIAN.plus(Long.MIN_VALUE, 1)).isLessThan(at("2000-01-01"));
    }

    @Property(tries = 1000)
    void plusAndInSeasonBetweenAreInverse(
            @ForAll @IntRange(max = 0xFFF) int months,
            @ForAll @LongRange(min = -2_000_000_000_000L, max = 5_000_000_000_000L) long from,
            @ForAll @LongRange(max = 200_000_000_000L) long time) {
        var season = seasonOf(months);
        long to = season.plus(from, time);

        assertThat(to).isGreaterThanOrEqualTo(from + time);
        assertThat(season.inSeasonBetween(from, to)).isEqualTo(time);
        // The earliest such moment.
        assertThat(time == 0 || season.inSeasonBetween(from, to - 1) == time - 1)
                .isTrue();
    }

    @Property(tries = 200)
    void countsWhatADayByDayWalkCounts(
            @ForAll @IntRange(max = 0xFFF) int months, @ForAll @IntRange(max = 14_000) int day) {
        var season = seasonOf(months);
        var from = LocalDate.of(1998, 1, 1).plusDays(day);
        long counted = from.datesUntil(from.plusDays(800))
                .filter(each -> season.clockRuns(at(each.toString())))
                .count();

        assertThat(season.inSeasonBetween(
                        at(from.toString()), at(from.plusDays(800).toString())))
                .isEqualTo(counted * DAY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "13", "1-2-3", "1..2", "2-30..3-1", "x", "1-3;3-4", "11-1;1", "1-15..2-1;2"})
    void refusesWhatIsNoSeason(String text) {
        assertThatThrownBy(() -> YearDays.parse(text)).isExactlyInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsMonthsAndDaysOverTheNewYear() {
        var days = YearDays.parse("11-15..1-20;3;8-9");

        assertThat(days.contains(LocalDate.parse("2026-11-14"))).isFalse();
        assertThat(days.contains(LocalDate.parse("2026-11-15"))).isTrue();
        assertThat(days.contains(LocalDate.parse("2026-01-20"))).isTrue();
        assertThat(days.contains(LocalDate.parse("2026-01-21"))).isFalse();
        assertThat(days.bits().cardinality()).isEqualTo(16 + 31 + 20 + 31 + 31 + 30);
    }

    private static Season seasonOf(int months) {
        var days = new BitSet();
        for (int month = 1; month <= 12; month++) {
            if ((months >> month - 1 & 1) == 1) {
                days.or(YearDays.parse(Integer.toString(month)).bits());
            }
        }
        if (days.isEmpty()) {
            return ALWAYS;
        }
        var rest = Set.of(LocalDate.parse("2023-01-22"), LocalDate.parse("2023-03-31"));
        return new Seasons(ZONE, Map.of("X", new YearDays(days)), rest).of(Set.of("X"));
    }

    private static long at(String day) {
        return LocalDate.parse(day).atStartOfDay(ZONE).toInstant().toEpochMilli();
    }
}
