package vn.nhipcho.local.command;

import java.time.LocalDate;
import picocli.CommandLine.Option;
import vn.nhipcho.local.WrongUse;
import vn.nhipcho.local.report.period.Period;
import vn.nhipcho.local.report.period.PeriodCode;
import vn.nhipcho.local.report.period.ReportingCalendar;

/** Which period, by which calendar. */
final class PeriodOptions {
    @Option(
            names = "--period",
            paramLabel = "P",
            description = "A month, week, quarter, half-year or year: " + PeriodCode.FORMS + ".")
    private String code;

    @Option(names = "--from", paramLabel = "D", description = "First day, such as 2022-06-15; with --to.")
    private LocalDate from;

    @Option(names = "--to", paramLabel = "D", description = "Last day; with --from.")
    private LocalDate to;

    @Option(
            names = "--calendar",
            paramLabel = "C",
            defaultValue = "ADMIN",
            description = "admin: months from the 15th of the month before to the 14th, by Decree 09/2019/NĐ-CP; or "
                    + "calendar (default: admin). Weeks are the same in both.")
    private ReportingCalendar calendar;

    boolean isGiven() {
        return code != null || from != null || to != null;
    }

    Period period() {
        boolean isRange = from != null || to != null;
        if (code == null == !isRange || isRange && (from == null || to == null)) {
            throw new WrongUse("Give --period " + PeriodCode.FORMS + ", or --from D --to D");
        }
        try {
            return isRange ? Period.between(from, to, calendar) : PeriodCode.parse(code, calendar);
        } catch (IllegalArgumentException e) {
            throw new WrongUse((isRange ? "--to: " : "--period: ") + e.getMessage());
        }
    }
}
