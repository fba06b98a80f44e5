package vn.nhipcho.simulation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;

/** Days and hours in Vietnam: UTC+7 all year, so plain arithmetic on milliseconds will do. A day counts from 1970. */
final class VietnamTime {
    static final long SECOND = 1_000;
    static final long MINUTE = 60 * SECOND;
    static final long HOUR = 60 * MINUTE;
    static final long DAY = 24 * HOUR;
    private static final long OFFSET = 7 * HOUR;

    private VietnamTime() {}

    static long day(long at) {
        return Math.floorDiv(at + OFFSET, DAY);
    }

    static long startOf(long day) {
        return day * DAY - OFFSET;
    }

    static long sinceMidnight(long at) {
        return Math.floorMod(at + OFFSET, DAY);
    }

    static LocalDate date(long day) {
        return LocalDate.ofEpochDay(day);
    }

    static LocalDate date(Instant at) {
        return date(day(at.toEpochMilli()));
    }

    static Month month(long day) {
        return date(day).getMonth();
    }

    static boolean isSunday(long day) {
        return Math.floorMod(day + 4, 7L) == 0;
    }
}
