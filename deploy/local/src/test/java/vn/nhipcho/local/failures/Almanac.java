package vn.nhipcho.local.failures;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Which days are Tết, holidays, working days and in season; read from the rule file and the reference files as data. */
final class Almanac {
    private final Set<LocalDate> tet = new HashSet<>();
    private final Set<LocalDate> holidays = new HashSet<>();
    private final Set<DayOfWeek> daysOff = new HashSet<>();
    /** Months by commodity. */
    private final Map<String, Set<Integer>> seasons = new HashMap<>();

    private final boolean restsAtTet;

    Almanac(JsonNode rules) {
        JsonNode calendar = rules.get("working_calendar");
        calendar.get("days_off")
                .forEach(day -> daysOff.add(DayOfWeek.valueOf(day.asText().toUpperCase(Locale.ROOT))));
        String[] years = calendar.get("years").asText().split("-");
        for (int year = Integer.parseInt(years[0]); year <= Integer.parseInt(years[1]); year++) {
            for (JsonNode holiday : calendar.get("holidays")) {
                String on = holiday.get("on").asText();
                LocalDate day = LocalDate.parse(on.length() == 5 ? year + "-" + on : on);
                day.datesUntil(day.plusDays(holiday.get("days").asInt())).forEach(holidays::add);
            }
        }
        for (var year : Tables.rows("lunar_days.csv", ",")) {
            addLunar(year, calendar);
        }
        holidays.addAll(tet);
        restsAtTet = rules.get("seasons").get("clock_rests_at_tet").asBoolean();
        if (!rules.get("seasons").get("commodities").isEmpty()) {
            throw new IllegalStateException("the oracle knows only the seasons of commodities.csv");
        }
        for (var commodity : Tables.rows("commodities.csv", ",")) {
            seasons.put(commodity.get("code"), months(commodity.get("season_months")));
        }
    }

    private void addLunar(Map<String, String> year, JsonNode calendar) {
        LocalDate newYear = LocalDate.parse(year.get("tet"));
        int fromDay = calendar.get("tet").get("from_day_of_last_month").asInt();
        int toDay = calendar.get("tet").get("to_day_of_first_month").asInt();
        if (calendar.get("tet").get("observed").asBoolean()) {
            int before = Integer.parseInt(year.get("days_of_last_month")) - fromDay + 1;
            newYear.minusDays(before).datesUntil(newYear.plusDays(toDay)).forEach(tet::add);
        }
        if (calendar.get("hung_kings").asBoolean()) {
            holidays.add(LocalDate.parse(year.get("hung_kings")));
        }
    }

    private static Set<Integer> months(String ranges) {
        var months = new HashSet<Integer>();
        for (String range : ranges.split(";")) {
            String[] ends = range.split("-");
            int last = Integer.parseInt(ends[ends.length - 1]);
            for (int month = Integer.parseInt(ends[0]); month != last; month = month % 12 + 1) {
                months.add(month);
            }
            months.add(last);
        }
        return months;
    }

    /** How many of the commodities are in season; what is not in the table always is. */
    long inSeason(Set<String> commodities, LocalDate day) {
        return commodities.stream()
                .filter(code -> !seasons.containsKey(code) || seasons.get(code).contains(day.getMonthValue()))
                .count();
    }

    /** Carriers rest, and so do the clocks of sellers. */
    boolean rests(LocalDate day) {
        return restsAtTet && tet.contains(day);
    }

    private boolean isWorkingDay(LocalDate day) {
        return !holidays.contains(day) && !daysOff.contains(day.getDayOfWeek());
    }

    /** When so much time has passed that was on no holiday. */
    long afterHours(long from, Duration time) {
        long end = from + time.toMillis();
        long longer = from + time.toMillis() + onHolidays(from, end);
        while (longer != end) {
            end = longer;
            longer = from + time.toMillis() + onHolidays(from, end);
        }
        return end;
    }

    private long onHolidays(long from, long to) {
        return Oracle.day(from)
                .datesUntil(Oracle.day(to).plusDays(1))
                .filter(holidays::contains)
                .mapToLong(day -> Math.min(to, startOf(day.plusDays(1))) - Math.max(from, startOf(day)))
                .sum();
    }

    /** The same time of day so many working days later; what comes on a day off counts from the end of it. */
    long afterWorkingDays(long from, int days) {
        LocalDate day = Oracle.day(from);
        LocalTime time = isWorkingDay(day)
                ? Instant.ofEpochMilli(from).atOffset(Oracle.ZONE).toLocalTime()
                : LocalTime.MIDNIGHT;
        int left = isWorkingDay(day) ? days : days + 1;
        while (left > 0) {
            day = day.plusDays(1);
            left -= isWorkingDay(day) ? 1 : 0;
        }
        return day.atTime(time).toInstant(Oracle.ZONE).toEpochMilli();
    }

    static long startOf(LocalDate day) {
        return day.atStartOfDay().toInstant(Oracle.ZONE).toEpochMilli();
    }
}
