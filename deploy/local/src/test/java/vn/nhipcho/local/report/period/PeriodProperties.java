package vn.nhipcho.local.report.period;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class PeriodProperties {
    private static final List<Period.Kind> OF_MONTHS =
            List.of(Period.Kind.MONTH, Period.Kind.QUARTER, Period.Kind.HALF_YEAR, Period.Kind.YEAR);

    @Property
    void leavesNoGapAndNoOverlapBetweenOneAndTheNext(
            @ForAll ReportingCalendar calendar,
            @ForAll @IntRange(min = 0, max = 5) int kind,
            @ForAll @IntRange(max = 40_000) int days) {
        Period period = containing(kind, LocalDate.EPOCH.plusDays(days), calendar);

        assertThat(period.next().from()).isEqualTo(period.to().plusDays(1));
        assertThat(period.next().kind()).isEqualTo(period.kind());
        assertThat(period.from()).isBeforeOrEqualTo(period.to());
    }

    @Property
    void putsEveryDayIntoOneMonthAndThatIntoOneYear(
            @ForAll ReportingCalendar calendar, @ForAll @IntRange(max = 40_000) int days) {
        LocalDate day = LocalDate.EPOCH.plusDays(days);

        Period month = Period.month(calendar.monthOf(day), calendar);

        assertThat(day).isBetween(month.from(), month.to());
        assertThat(day).isBetween(month.year().from(), month.year().to());
    }

    @Property
    void isMadeOfItsMonths(
            @ForAll ReportingCalendar calendar,
            @ForAll @IntRange(min = 0, max = 3) int kind,
            @ForAll @IntRange(max = 40_000) int days) {
        Period period = containing(kind, LocalDate.EPOCH.plusDays(days), calendar);
        List<Period> months = period.months();

        assertThat(months.get(0).from()).isEqualTo(period.from());
        assertThat(months.get(months.size() - 1).to()).isEqualTo(period.to());
        for (int i = 1; i < months.size(); i++) {
            assertThat(months.get(i).from()).isEqualTo(months.get(i - 1).to().plusDays(1));
        }
        long length = months.stream().mapToLong(PeriodProperties::days).sum();
        assertThat(length).isEqualTo(days(period));
    }

    @Property
    void readsItsOwnCode(
            @ForAll ReportingCalendar calendar,
            @ForAll @IntRange(min = 0, max = 4) int kind,
            @ForAll @IntRange(min = 10_960, max = 40_000) int days) {
        Period period = containing(kind, LocalDate.EPOCH.plusDays(days), calendar);

        assertThat(PeriodCode.parse(period.code(), calendar)).isEqualTo(period);
    }

    private static long days(Period period) {
        return ChronoUnit.DAYS.between(period.from(), period.to()) + 1;
    }

    /** Kinds 0 to 3 are made of months, 4 is a week, 5 a range. */
    private static Period containing(int kind, LocalDate day, ReportingCalendar calendar) {
        if (kind == 4) {
            return Period.week(
                    day.get(java.time.temporal.IsoFields.WEEK_BASED_YEAR),
                    day.get(java.time.temporal.IsoFields.WEEK_OF_WEEK_BASED_YEAR),
                    calendar);
        }
        if (kind == 5) {
            return Period.between(day, day.plusDays(day.getDayOfYear()), calendar);
        }
        Period.Kind named = OF_MONTHS.get(kind);
        int month = calendar.monthOf(day).getMonthValue();
        int length = List.of(1, 3, 6, 12).get(kind);
        return Period.part(named, calendar.monthOf(day).getYear(), (month - 1) / length + 1, calendar);
    }
}
