package vn.nhipcho.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingCalendarTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final WorkingCalendar CALENDAR = AlertSettings.standard(ZONE).workingCalendar();

    @ParameterizedTest
    @CsvSource({
        // Sunday does not count; Tết 2023: 20 January (29 Tết) to 25 January (mùng 4).
        "2026-03-14T10:00, 1, 2026-03-16T10:00",
        "2026-03-15T10:00, 2, 2026-03-18T00:00",
        "2023-01-19T16:00, 1, 2023-01-26T16:00",
        "2023-01-22T16:00, 2, 2023-01-28T00:00",
        "2023-01-27T08:30, 2, 2023-01-30T08:30",
        "2026-04-29T09:00, 1, 2026-05-02T09:00"
    })
    void workingDaysGoAroundSundaysAndHolidays(LocalDateTime from, int days, LocalDateTime to) {
        assertThat(CALENDAR.plusWorkingDays(at(from), days)).isEqualTo(at(to));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-13T16:00, 2, 2026-03-14T08:00",
        "2026-03-14T16:00, 1, 2026-03-14T17:00",
        "2026-03-14T16:00, 2, 2026-03-16T08:00",
        "2026-03-14T20:00, 2, 2026-03-16T09:00",
        "2026-03-16T03:00, 10, 2026-03-16T17:00",
        "2023-01-19T12:00, 6, 2023-01-26T08:00"
    })
    void workingHoursCountFromOpeningToClosing(LocalDateTime from, int hours, LocalDateTime to) {
        assertThat(CALENDAR.plusWorkingHours(at(from), Duration.ofHours(hours))).isEqualTo(at(to));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-14T10:00, 24, 2026-03-15T10:00",
        "2023-01-19T10:00, 24, 2023-01-26T10:00",
        "2023-01-21T10:00, 24, 2023-01-27T00:00",
        "2023-01-19T10:00, 14, 2023-01-20T00:00"
    })
    void hoursStandStillOnHolidaysOnly(LocalDateTime from, int hours, LocalDateTime to) {
        assertThat(CALENDAR.plusHours(at(from), Duration.ofHours(hours))).isEqualTo(at(to));
    }

    @ParameterizedTest
    @CsvSource({
        "2023-01-19, false", "2023-01-20, true", "2023-01-25, true", "2023-01-26, false", "2023-04-29, true",
        "2024-04-18, true", "2026-01-01, true", "2026-09-03, true", "2026-09-04, false", "2036-01-01, false",
        "2020-01-01, false"
    })
    void knowsHolidays(LocalDate day, boolean holiday) {
        assertThat(CALENDAR.isHoliday(day)).isEqualTo(holiday);
    }

    @Test
    void workingTimeEndsWithTheDay() {
        assertThat(CALENDAR.isWorkingTime(at(LocalDateTime.parse("2026-03-14T07:00"))))
                .isTrue();
        assertThat(CALENDAR.isWorkingTime(at(LocalDateTime.parse("2026-03-14T17:00"))))
                .isFalse();
        assertThat(CALENDAR.isWorkingTime(at(LocalDateTime.parse("2026-03-15T09:00"))))
                .isFalse();
    }

    @Property(tries = 500)
    void usualHoursPlusAndBetweenAreInverse(
            @ForAll @IntRange(max = 800_000_000) int seconds, @ForAll @IntRange(max = 2_000_000) int time) {
        var hours = new DailyHours(ZoneId.of("America/Sao_Paulo"), LocalTime.of(0, 30), LocalTime.of(22, 0));
        var from = Instant.parse("2005-01-01T00:00:00Z").plusSeconds(seconds);

        assertThat(hours.between(from, hours.plus(from, Duration.ofSeconds(time))))
                .hasSeconds(time);
    }

    @Property(tries = 500)
    void moreTimeIsNeverOverEarlier(
            @ForAll @IntRange(max = 400_000_000) int seconds, @ForAll @IntRange(min = 1, max = 300) int hours) {
        var from = Instant.parse("2021-01-01T00:00:00Z").plusSeconds(seconds);
        var less = CALENDAR.plusWorkingHours(from, Duration.ofHours(hours));
        var more = CALENDAR.plusWorkingHours(from, Duration.ofHours(hours + 1));

        assertThat(less).isBefore(more).isAfterOrEqualTo(CALENDAR.plusHours(from, Duration.ofHours(hours)));
        assertThat(CALENDAR.isWorkingDay(LocalDate.ofInstant(less, ZONE))).isTrue();
        assertThat(CALENDAR.isWorkingDay(LocalDate.ofInstant(CALENDAR.plusWorkingDays(from, hours), ZONE)))
                .isTrue();
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(ZONE).toInstant();
    }
}
