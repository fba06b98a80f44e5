package vn.nhipcho.alert;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.function.Predicate;

/** A clock that runs from one hour to another of every day; walks day by day, so it is meant for spans of weeks. */
public record DailyHours(ZoneId zone, LocalTime from, LocalTime to) implements Serializable {
    public DailyHours {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("the day would end at " + to + ", before it begins at " + from);
        }
    }

    /** The earliest instant by which so much time has run. */
    public Instant plus(Instant start, Duration time) {
        return plus(start, time, day -> true);
    }

    /** Time of the clock between two instants; zero when {@code end} is not after {@code start}. */
    public Duration between(Instant start, Instant end) {
        var sum = Duration.ZERO;
        var last = LocalDate.ofInstant(end, zone);
        for (var day = LocalDate.ofInstant(start, zone); !day.isAfter(last); day = day.plusDays(1)) {
            var opens = later(start, at(day, from));
            var closes = at(day, to).isBefore(end) ? at(day, to) : end;
            if (opens.isBefore(closes)) {
                sum = sum.plus(Duration.between(opens, closes));
            }
        }
        return sum;
    }

    Instant plus(Instant start, Duration time, Predicate<LocalDate> counts) {
        if (time.isZero() || time.isNegative()) {
            return start;
        }
        var left = time;
        for (var day = LocalDate.ofInstant(start, zone); ; day = day.plusDays(1)) {
            if (!counts.test(day)) {
                continue;
            }
            var opens = later(start, at(day, from));
            var today = Duration.between(opens, at(day, to));
            if (today.compareTo(left) >= 0) {
                return opens.plus(left);
            }
            left = today.isNegative() ? left : left.minus(today);
        }
    }

    private Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(zone).toInstant();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
