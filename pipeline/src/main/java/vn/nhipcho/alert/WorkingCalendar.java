package vn.nhipcho.alert;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

/**
 * Working hours, weekly days off and holidays in the business zone. Outside the years of the rule file it knows no
 * holiday, only days off.
 */
public final class WorkingCalendar implements Serializable {
    private final DailyHours hours;
    private final Set<DayOfWeek> daysOff;
    private final Set<LocalDate> holidays;
    private final Set<LocalDate> tetDays;
    private final int lastYear;

    /** @param tetDays those of the holidays on which carriers rest too */
    WorkingCalendar(
            DailyHours hours, Set<DayOfWeek> daysOff, Set<LocalDate> holidays, Set<LocalDate> tetDays, int lastYear) {
        if (daysOff.size() == DayOfWeek.values().length) {
            throw new IllegalArgumentException("a week needs a working day");
        }
        this.hours = hours;
        this.daysOff = Set.copyOf(daysOff);
        this.holidays = Set.copyOf(holidays);
        this.tetDays = Set.copyOf(tetDays);
        this.lastYear = lastYear;
    }

    public ZoneId zone() {
        return hours.zone();
    }

    public DailyHours hours() {
        return hours;
    }

    public boolean isHoliday(LocalDate day) {
        return holidays.contains(day);
    }

    Set<LocalDate> tetDays() {
        return tetDays;
    }

    public boolean isWorkingDay(LocalDate day) {
        return !isHoliday(day) && !daysOff.contains(day.getDayOfWeek());
    }

    public boolean isWorkingTime(Instant at) {
        var local = at.atZone(zone());
        LocalTime time = local.toLocalTime();
        return isWorkingDay(local.toLocalDate()) && !time.isBefore(hours.from()) && time.isBefore(hours.to());
    }

    /** After this year it knows no holiday. */
    public int lastYear() {
        return lastYear;
    }

    /** Only the hours of working days count. */
    public Instant plusWorkingHours(Instant from, Duration time) {
        return hours.plus(from, time, this::isWorkingDay);
    }

    /** All hours count, by day and night and on weekly days off, but not on holidays. */
    public Instant plusHours(Instant from, Duration time) {
        var left = time;
        var at = from;
        for (var day = LocalDate.ofInstant(from, zone()); ; day = day.plusDays(1)) {
            var tomorrow = day.plusDays(1).atStartOfDay(zone()).toInstant();
            if (!isHoliday(day)) {
                var today = Duration.between(at, tomorrow);
                if (today.compareTo(left) >= 0) {
                    return at.plus(left);
                }
                left = left.minus(today);
            }
            at = tomorrow;
        }
    }

    /** The same time of day so many working days later; what comes on a day off counts from the next midnight that opens one. */
    public Instant plusWorkingDays(Instant from, int days) {
        if (days <= 0) {
            return from;
        }
        var local = from.atZone(zone());
        var day = local.toLocalDate();
        var time = isWorkingDay(day) ? local.toLocalTime() : LocalTime.MIDNIGHT;
        while (!isWorkingDay(day)) {
            day = day.plusDays(1);
        }
        for (int left = days; left > 0; left--) {
            do {
                day = day.plusDays(1);
            } while (!isWorkingDay(day));
        }
        return day.atTime(time).atZone(zone()).toInstant();
    }
}
