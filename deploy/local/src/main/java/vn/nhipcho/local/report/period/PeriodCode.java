package vn.nhipcho.local.report.period;

import java.time.DateTimeException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a period as people write it. */
public final class PeriodCode {
    public static final String FORMS = "2022-07, 2022-W30, 2022-Q3, 2022-H1 or 2022";
    private static final Pattern CODE =
            Pattern.compile("(2\\d{3})(?:-(?:(0[1-9]|1[0-2])|W(\\d{2})|Q([1-4])|H([12])))?");

    private PeriodCode() {}

    /** @throws IllegalArgumentException with what to write instead */
    public static Period parse(String code, ReportingCalendar calendar) {
        Matcher match = CODE.matcher(code);
        if (!match.matches()) {
            throw new IllegalArgumentException("'%s' is no period: write it like %s".formatted(code, FORMS));
        }
        int year = Integer.parseInt(match.group(1));
        if (match.group(2) != null) {
            return Period.part(Period.Kind.MONTH, year, Integer.parseInt(match.group(2)), calendar);
        }
        if (match.group(3) != null) {
            return week(year, Integer.parseInt(match.group(3)), calendar);
        }
        if (match.group(4) != null) {
            return Period.part(Period.Kind.QUARTER, year, Integer.parseInt(match.group(4)), calendar);
        }
        if (match.group(5) != null) {
            return Period.part(Period.Kind.HALF_YEAR, year, Integer.parseInt(match.group(5)), calendar);
        }
        return Period.part(Period.Kind.YEAR, year, 1, calendar);
    }

    private static Period week(int year, int week, ReportingCalendar calendar) {
        try {
            return Period.week(year, week, calendar);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("%d has no week %d".formatted(year, week), e);
        }
    }
}
