package vn.nhipcho.dashboards.sql;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time as a dashboard's range names it: {@code now}, {@code now-30d}, {@code now-12M/M}, {@code now/d}.
 *
 * <p>Behind the slash stands a unit to whose begin the time goes back, or, where a range ends, to whose last millisecond it
 * goes on. Weeks begin on Monday.
 */
public final class RelativeTime {
    private static final Pattern SHAPE = Pattern.compile("now(?:([+-])(\\d+)([smhdwMy]))?(?:/([smhdwMy]))?");

    private RelativeTime() {}

    public static TimeRange range(String from, String to, Instant now, ZoneId zone) {
        return new TimeRange(resolve(from, now, zone, false), resolve(to, now, zone, true));
    }

    private static Instant resolve(String text, Instant now, ZoneId zone, boolean isEnd) {
        Matcher shape = SHAPE.matcher(text);
        if (!shape.matches()) {
            throw new IllegalArgumentException(text + " is no time: write now, now-30d, now-12M/M or the like");
        }
        ZonedDateTime time = now.atZone(zone);
        if (shape.group(2) != null) {
            long amount = Long.parseLong(shape.group(1) + shape.group(2));
            time = time.plus(amount, unit(shape.group(3)));
        }
        String rounded = shape.group(4);
        if (rounded == null) {
            return time.toInstant();
        }
        ZonedDateTime begin = begin(time, rounded);
        return isEnd ? begin.plus(1, unit(rounded)).toInstant().minusMillis(1) : begin.toInstant();
    }

    private static ZonedDateTime begin(ZonedDateTime time, String unit) {
        ZonedDateTime day = time.toLocalDate().atStartOfDay(time.getZone());
        return switch (unit) {
            case "d" -> day;
            case "w" -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case "M" -> day.withDayOfMonth(1);
            case "y" -> day.withDayOfYear(1);
            default -> time.truncatedTo(unit(unit));
        };
    }

    private static ChronoUnit unit(String letter) {
        return switch (letter) {
            case "s" -> ChronoUnit.SECONDS;
            case "m" -> ChronoUnit.MINUTES;
            case "h" -> ChronoUnit.HOURS;
            case "d" -> ChronoUnit.DAYS;
            case "w" -> ChronoUnit.WEEKS;
            case "M" -> ChronoUnit.MONTHS;
            default -> ChronoUnit.YEARS;
        };
    }
}
