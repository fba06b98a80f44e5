package vn.nhipcho.local.report.period;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * A stretch of days that a report is about. Weeks are those of ISO 8601 in either calendar, since the decree leaves them to
 * whoever asks for the report.
 *
 * @param code {@code 2022-07}, {@code 2022-W30}, {@code 2022-Q3}, {@code 2022-H1}, {@code 2022}, or two dates with {@code ..}
 * @param to last day
 */
public record Period(Kind kind, ReportingCalendar calendar, String code, LocalDate from, LocalDate to) {

    /** What a period is called by; {@code months} is 0 where it is not made of months. */
    public enum Kind {
        WEEK(0),
        MONTH(1),
        QUARTER(3),
        HALF_YEAR(6),
        YEAR(12),
        RANGE(0);

        private final int months;

        Kind(int months) {
            this.months = months;
        }
    }

    public static Period month(YearMonth month, ReportingCalendar calendar) {
        return ofMonths(Kind.MONTH, month, calendar);
    }

    /** @param part 1 to 12 months, 4 quarters, 2 half-years or 1 year */
    public static Period part(Kind kind, int year, int part, ReportingCalendar calendar) {
        return ofMonths(kind, YearMonth.of(year, (part - 1) * kind.months + 1), calendar);
    }

    /** @throws java.time.DateTimeException where the year has no such week */
    public static Period week(int year, int week, ReportingCalendar calendar) {
        LocalDate inYear = LocalDate.of(year, 1, 4);
        IsoFields.WEEK_OF_WEEK_BASED_YEAR
                .rangeRefinedBy(inYear)
                .checkValidValue(week, IsoFields.WEEK_OF_WEEK_BASED_YEAR);
        LocalDate monday = inYear.with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, week).with(DayOfWeek.MONDAY);
        return new Period(Kind.WEEK, calendar, "%04d-W%02d".formatted(year, week), monday, monday.plusDays(6));
    }

    public static Period between(LocalDate from, LocalDate to, ReportingCalendar calendar) {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("the period ends on " + to + ", before it begins on " + from);
        }
        return new Period(Kind.RANGE, calendar, from + ".." + to, from, to);
    }

    private static Period ofMonths(Kind kind, YearMonth first, ReportingCalendar calendar) {
        int year = first.getYear();
        int part = (first.getMonthValue() - 1) / kind.months + 1;
        String code =
                switch (kind) {
                    case MONTH -> first.toString();
                    case QUARTER -> "%04d-Q%d".formatted(year, part);
                    case HALF_YEAR -> "%04d-H%d".formatted(year, part);
                    case YEAR -> "%04d".formatted(year);
                    case WEEK, RANGE -> throw new IllegalArgumentException(kind + " is not made of months");
                };
        YearMonth last = first.plusMonths(kind.months - 1L);
        return new Period(kind, calendar, code, calendar.firstDayOf(first), calendar.lastDayOf(last));
    }

    /** The one of the same kind that begins the day after this one ends. */
    public Period next() {
        return switch (kind) {
            case WEEK -> weekOf(from.plusWeeks(1));
            case RANGE -> between(to.plusDays(1), to.plusDays(1 + ChronoUnit.DAYS.between(from, to)), calendar);
            default -> ofMonths(kind, firstMonth().plusMonths(kind.months), calendar);
        };
    }

    /** The same period a year earlier; empty for a 53rd week where that year has 52. */
    public Optional<Period> lastYear() {
        return switch (kind) {
            case WEEK -> weekIn(weekYear() - 1);
            case RANGE -> Optional.of(between(from.minusYears(1), to.minusYears(1), calendar));
            default -> Optional.of(ofMonths(kind, firstMonth().minusYears(1), calendar));
        };
    }

    /** This period, or where it goes on after a day, as much of it as there is until then. */
    public Period until(LocalDate day) {
        return day.isBefore(to) && !day.isBefore(from) ? between(from, day, calendar) : this;
    }

    /** From the first day of the reporting year to this period's last day. */
    public Period yearToDate() {
        return between(year().from(), to, calendar);
    }

    /** The reporting year that the last day lies in. */
    public Period year() {
        return part(Kind.YEAR, calendar.monthOf(to).getYear(), 1, calendar);
    }

    /** The months that make this period up; empty where it is not made of months. */
    public List<Period> months() {
        return LongStream.range(0, kind.months)
                .mapToObj(i -> month(firstMonth().plusMonths(i), calendar))
                .toList();
    }

    public int number() {
        return switch (kind) {
            case WEEK -> from.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
            case RANGE -> 0;
            default -> (firstMonth().getMonthValue() - 1) / kind.months + 1;
        };
    }

    public int yearNumber() {
        return kind == Kind.WEEK ? weekYear() : calendar.monthOf(to).getYear();
    }

    private YearMonth firstMonth() {
        return calendar.monthOf(from);
    }

    private int weekYear() {
        return from.get(IsoFields.WEEK_BASED_YEAR);
    }

    private Period weekOf(LocalDate day) {
        return week(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR), calendar);
    }

    private Optional<Period> weekIn(int year) {
        boolean exists = IsoFields.WEEK_OF_WEEK_BASED_YEAR
                .rangeRefinedBy(LocalDate.of(year, 1, 4))
                .isValidValue(number());
        return exists ? Optional.of(week(year, number(), calendar)) : Optional.empty();
    }
}
