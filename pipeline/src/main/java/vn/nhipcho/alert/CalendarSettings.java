package vn.nhipcho.alert;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.nhipcho.reference.LunarNewYear;

/** Reads the section {@code working_calendar}: which days and hours people work. */
final class CalendarSettings {
    private static final Pattern YEARS = Pattern.compile("(\\d{4})-(\\d{4})");

    private record Years(int first, int last) {
        boolean has(LocalDate day) {
            return day.getYear() >= first && day.getYear() <= last;
        }
    }

    private final ZoneId zone;
    private final SettingsProblems problems;
    private final Set<LocalDate> holidays = new HashSet<>();
    private final Set<LocalDate> tetDays = new HashSet<>();

    CalendarSettings(ZoneId zone, SettingsProblems problems) {
        this.zone = zone;
        this.problems = problems;
    }

    WorkingCalendar read(SettingsSection section) {
        var years = section.read(
                "years",
                "two years like 2021-2035, within " + LunarNewYear.firstYear() + "-" + LunarNewYear.lastYear()
                        + " whose Tết is known",
                CalendarSettings::years);
        var from = section.time("from");
        var to = section.time("to");
        inOrder(section, from, to);
        var daysOff = daysOff(section);
        var tet = section.section("tet");
        if (tet != null) {
            tet(tet, years);
        }
        hungKings(section.flag("hung_kings"), years);
        holidays(section, years);
        section.done();
        return problems.none()
                ? new WorkingCalendar(new DailyHours(zone, from, to), daysOff, holidays, tetDays, years.last())
                : null;
    }

    static void inOrder(SettingsSection section, LocalTime from, LocalTime to) {
        if (from != null && to != null && !from.isBefore(to)) {
            section.problem("to", "is " + to + ", not after from (" + from + "); a day begins before it ends");
        }
    }

    private static Years years(String text) {
        var years = YEARS.matcher(text);
        if (!years.matches()) {
            return null;
        }
        int first = Integer.parseInt(years.group(1));
        int last = Integer.parseInt(years.group(2));
        boolean known = first >= LunarNewYear.firstYear() && last <= LunarNewYear.lastYear();
        return known && first <= last ? new Years(first, last) : null;
    }

    private static Set<DayOfWeek> daysOff(SettingsSection section) {
        var days = EnumSet.noneOf(DayOfWeek.class);
        days.addAll(section.list(
                "days_off", "days of the week like sunday", text -> SettingsSection.constant(text, DayOfWeek.class)));
        if (days.size() == DayOfWeek.values().length) {
            section.problem("days_off", "has all seven days; leave a working day");
        }
        return days;
    }

    private void tet(SettingsSection section, Years years) {
        var observed = section.flag("observed");
        var from = section.read("from_day_of_last_month", "a day from 20 to 30", text -> within(text, 20, 30));
        var to = section.read("to_day_of_first_month", "a day from 1 to 20", text -> within(text, 1, 20));
        section.done();
        if (years != null && from != null && to != null && Boolean.TRUE.equals(observed)) {
            for (var tet : LunarNewYear.known()) {
                if (years.has(tet.tet())) {
                    tet.dayOfLastMonth(from)
                            .datesUntil(tet.dayOfFirstMonth(to).plusDays(1))
                            .forEach(tetDays::add);
                }
            }
            holidays.addAll(tetDays);
        }
    }

    private static Integer within(String text, int least, int most) {
        int number = Integer.parseInt(text);
        return number >= least && number <= most ? number : null;
    }

    private void hungKings(Boolean observed, Years years) {
        if (years != null && Boolean.TRUE.equals(observed)) {
            LunarNewYear.known().stream()
                    .map(LunarNewYear::hungKings)
                    .filter(years::has)
                    .forEach(holidays::add);
        }
    }

    private void holidays(SettingsSection section, Years years) {
        Set<String> names = new HashSet<>();
        for (var holiday : section.sections("holidays")) {
            var name = holiday.text("name");
            if (name != null && !names.add(name)) {
                holiday.problem("name", "'" + name + "' names a holiday already; give each its own name");
            }
            var on = holiday.read(
                    "on", "a day of every year like 09-02, or of one like 2026-09-02", CalendarSettings::on);
            var days = holiday.count("days", 10);
            holiday.done();
            if (years == null || on == null || days == null) {
                continue;
            }
            if (on instanceof LocalDate day && !years.has(day)) {
                holiday.problem(
                        "on",
                        "is " + day + ", outside years (" + years.first() + "-" + years.last()
                                + "); drop it or widen years");
            }
            add(on, days, years);
        }
    }

    private void add(Object on, int days, Years years) {
        var first = on instanceof LocalDate day
                ? Stream.of(day)
                : IntStream.rangeClosed(years.first(), years.last()).mapToObj(((MonthDay) on)::atYear);
        first.forEach(day -> day.datesUntil(day.plusDays(days)).forEach(holidays::add));
    }

    /** A MonthDay or a LocalDate. */
    private static Object on(String text) {
        try {
            return text.length() > 5 ? LocalDate.parse(text) : MonthDay.parse("--" + text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
