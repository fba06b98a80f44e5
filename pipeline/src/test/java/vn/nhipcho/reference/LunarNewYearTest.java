package vn.nhipcho.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds the table against the moon itself: new moons by Meeus, "Astronomical Formulae for Calculators" (1982), and the
 * sun's longitude by his "Astronomical Algorithms", at UTC+7, with the rules of the calendar as Hồ Ngọc Đức published
 * them (Vietnamese lunar calendar): month 11 holds the winter solstice, and of thirteen months up to the next month 11 the
 * first in which the sun enters no new twelfth of its way is a leap month.
 */
class LunarNewYearTest {
    private static final double UTC_PLUS_7 = 7 / 24.0;
    /** Julian day number of the civil day 1970-01-01. */
    private static final long EPOCH_DAY = 2_440_588;

    private static final double SYNODIC_MONTH = 29.530588853;

    private record Month(int number, boolean leap, long firstDay) {}

    static List<LunarNewYear> known() {
        return LunarNewYear.known();
    }

    @Test
    void knowsEveryYearFrom2021To2035() {
        assertThat(LunarNewYear.known().stream().map(LunarNewYear::year))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(2021, 2035).boxed().toList());
    }

    @ParameterizedTest
    @MethodSource("known")
    void isAsTheNewMoonsTell(LunarNewYear year) {
        var months = months(year.year());
        long tet = firstDay(months, 1);

        assertThat(year)
                .isEqualTo(new LunarNewYear(
                        LocalDate.ofEpochDay(tet),
                        (int) (tet - firstDay(months, 12)),
                        LocalDate.ofEpochDay(firstDay(months, 3) + 9)));
    }

    @ParameterizedTest
    @CsvSource({"2022, 2022-04-10", "2023, 2023-04-29", "2024, 2024-04-18", "2025, 2025-04-07", "2026, 2026-04-26"})
    void theHungKingsDayIsThatOfTheOfficialCalendar(int year, LocalDate day) {
        assertThat(LunarNewYear.known().get(year - 2021).hungKings()).isEqualTo(day);
    }

    @Test
    void aLastMonthOf29DaysHasNo30Tet() {
        var tet2025 = LunarNewYear.known().get(4);

        assertThat(tet2025.dayOfLastMonth(29)).isEqualTo("2025-01-28");
        assertThat(tet2025.dayOfLastMonth(30)).isEqualTo("2025-01-29");
        assertThat(tet2025.dayOfFirstMonth(4)).isEqualTo("2025-02-01");
    }

    private static long firstDay(List<Month> months, int number) {
        return months.stream()
                .filter(month -> month.number() == number && !month.leap())
                .findFirst()
                .orElseThrow()
                .firstDay();
    }

    /** From month 11 of the year before up to month 10. */
    private static List<Month> months(int year) {
        int first = solsticeMoon(year - 1);
        int count = solsticeMoon(year) - first;
        List<Month> months = new ArrayList<>();
        boolean leapPlaced = count == 12;
        int number = 11;
        for (int moon = first; moon < first + count; moon++) {
            boolean leap = !leapPlaced && sunsTwelfth(moonDay(moon)) == sunsTwelfth(moonDay(moon + 1));
            leapPlaced |= leap;
            int own = leap ? months.get(months.size() - 1).number() : number;
            months.add(new Month(own, leap, moonDay(moon)));
            number = leap ? number : number % 12 + 1;
        }
        return months;
    }

    /** The last new moon that is not after the winter solstice, when the sun's longitude is 270 degrees. */
    private static int solsticeMoon(int year) {
        long solstice = LocalDate.of(year, 12, 15).toEpochDay();
        while (sunsTwelfth(solstice + 1) < 9) {
            solstice++;
        }
        int moon = (int) ((solstice + EPOCH_DAY - 2_415_021) / SYNODIC_MONTH) + 1;
        while (moonDay(moon) > solstice) {
            moon--;
        }
        return moon;
    }

    /** The day, in Vietnam, of the new moon so many after that of 1 January 1900. */
    private static long moonDay(int moon) {
        double t = moon / 1236.85;
        double t2 = t * t;
        double t3 = t2 * t;
        double sun = 359.2242 + 29.10535608 * moon - 0.0000333 * t2 - 0.00000347 * t3;
        double moonAnomaly = 306.0253 + 385.81691806 * moon + 0.0107306 * t2 + 0.00001236 * t3;
        double latitude = 21.2964 + 390.67050646 * moon - 0.0016528 * t2 - 0.00000239 * t3;
        double mean = 2_415_020.75933
                + 29.53058868 * moon
                + 0.0001178 * t2
                - 0.000000155 * t3
                + 0.00033 * sin(166.56 + 132.87 * t - 0.009173 * t2);
        double correction = (0.1734 - 0.000393 * t) * sin(sun)
                + 0.0021 * sin(2 * sun)
                - 0.4068 * sin(moonAnomaly)
                + 0.0161 * sin(2 * moonAnomaly)
                - 0.0004 * sin(3 * moonAnomaly)
                + 0.0104 * sin(2 * latitude)
                - 0.0051 * sin(sun + moonAnomaly)
                - 0.0074 * sin(sun - moonAnomaly)
                + 0.0004 * sin(2 * latitude + sun)
                - 0.0004 * sin(2 * latitude - sun)
                - 0.0006 * sin(2 * latitude + moonAnomaly)
                + 0.0010 * sin(2 * latitude - moonAnomaly)
                + 0.0005 * sin(2 * moonAnomaly + sun);
        double dynamicalTime = -0.000278 + 0.000265 * t + 0.000262 * t2;
        return (long) Math.floor(mean + correction - dynamicalTime + 0.5 + UTC_PLUS_7) - EPOCH_DAY;
    }

    /** The twelfth of its way, from 0, in which the sun is when a day begins in Vietnam. */
    private static int sunsTwelfth(long day) {
        double t = (day + EPOCH_DAY - 0.5 - UTC_PLUS_7 - 2_451_545) / 36_525;
        double t2 = t * t;
        double anomaly = 357.52910 + 35_999.05030 * t - 0.0001559 * t2;
        double longitude = 280.46645
                + 36_000.76983 * t
                + 0.0003032 * t2
                + (1.914600 - 0.004817 * t) * sin(anomaly)
                + (0.019993 - 0.000101 * t) * sin(2 * anomaly)
                + 0.000290 * sin(3 * anomaly);
        return (int) Math.floor(((longitude % 360) + 360) % 360 / 30);
    }

    private static double sin(double degrees) {
        return Math.sin(Math.toRadians(degrees));
    }
}
