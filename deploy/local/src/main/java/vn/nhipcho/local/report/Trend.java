package vn.nhipcho.local.report;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.nhipcho.local.report.figures.ReportDatabase;
import vn.nhipcho.local.report.page.Page;
import vn.nhipcho.local.report.page.Words;
import vn.nhipcho.local.report.period.Period;
import vn.nhipcho.local.report.period.ReportingCalendar;

/** Transactions of the last thirteen reporting months, each with the same month a year earlier. */
final class Trend {
    private static final int MONTHS = 13;

    private Trend() {}

    static Map<LocalDate, Long> read(ReportDatabase database, Period period) throws SQLException {
        List<Period> months = months(period);
        Period all = Period.between(
                months.get(0).lastYear().orElseThrow().from(),
                months.get(MONTHS - 1).to(),
                period.calendar());
        Map<LocalDate, Long> days = new HashMap<>();
        database.rows(
                "days",
                Map.of("period", all),
                row -> days.put(row.getDate("day").toLocalDate(), row.getLong("transactions")));
        return days;
    }

    static Page.Trend of(ReportData data, Words words) {
        LocalDate begin = data.platforms().begin().orElse(null);
        List<Page.Bar> bars = new ArrayList<>();
        for (Period month : months(data.period())) {
            if (begin != null && !month.to().isBefore(begin)) {
                Period before = month.lastYear().orElseThrow();
                bars.add(new Page.Bar(
                        words.of("trend.month", month.number(), month.yearNumber()),
                        sum(data.transactionsByDay(), month),
                        before.from().isBefore(begin) ? null : sum(data.transactionsByDay(), before),
                        !month.to().isBefore(data.period().from())
                                && !month.from().isAfter(data.period().to()),
                        !data.asOfDay().isAfter(month.to())));
            }
        }
        boolean isOfAdmin = data.period().calendar() == ReportingCalendar.ADMIN;
        return new Page.Trend(
                words.of("trend.title"), words.of(isOfAdmin ? "trend.note.admin" : "trend.note.calendar"), bars);
    }

    private static List<Period> months(Period period) {
        YearMonth last = period.calendar().monthOf(period.to());
        List<Period> months = new ArrayList<>();
        for (int i = MONTHS - 1; i >= 0; i--) {
            months.add(Period.month(last.minusMonths(i), period.calendar()));
        }
        return months;
    }

    private static long sum(Map<LocalDate, Long> days, Period month) {
        return month.from()
                .datesUntil(month.to().plusDays(1))
                .mapToLong(day -> days.getOrDefault(day, 0L))
                .sum();
    }
}
