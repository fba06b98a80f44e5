package vn.nhipcho.local.report.period;

import java.time.LocalDate;
import java.time.YearMonth;

/** On which day a reporting month begins; quarters, half-years and years are made of months. */
public enum ReportingCalendar {
    /** Decree 09/2019/NĐ-CP, article 12: from the 15th of the month before to the 14th. */
    ADMIN(15),
    CALENDAR(1);

    private final int firstDay;

    ReportingCalendar(int firstDay) {
        this.firstDay = firstDay;
    }

    public LocalDate firstDayOf(YearMonth month) {
        return firstDay == 1 ? month.atDay(1) : month.minusMonths(1).atDay(firstDay);
    }

    public LocalDate lastDayOf(YearMonth month) {
        return firstDayOf(month.plusMonths(1)).minusDays(1);
    }

    public YearMonth monthOf(LocalDate day) {
        YearMonth month = YearMonth.from(day);
        return day.isAfter(lastDayOf(month)) ? month.plusMonths(1) : month;
    }
}
