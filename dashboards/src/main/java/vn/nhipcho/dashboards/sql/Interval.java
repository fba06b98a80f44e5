package vn.nhipcho.dashboards.sql;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The width of a bucket of time: the range of a panel over the points it can show, rounded to a width people know. */
public record Interval(Duration width) {
    private static final List<Duration> STEPS = List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofDays(1),
            Duration.ofDays(7),
            Duration.ofDays(30));

    public static Interval of(TimeRange range, int maxDataPoints, Duration atLeast) {
        long millis = Duration.between(range.from(), range.to()).toMillis() / Math.max(1, maxDataPoints);
        Duration nearest = STEPS.stream()
                .min(Comparator.comparingLong(step -> Math.abs(step.toMillis() - millis)))
                .orElseThrow();
        return new Interval(nearest.compareTo(atLeast) < 0 ? atLeast : nearest);
    }

    /** Reads what a panel's own interval is written as: 30s, 5m, 1h, 1d. */
    public static Interval parse(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        return new Interval(Duration.parse(upper.endsWith("D") ? "P" + upper : "PT" + upper));
    }

    long seconds() {
        return Math.max(1, width.toSeconds());
    }

    long millis() {
        return Math.max(1, width.toMillis());
    }

    /** As Grafana writes it: 5m, 1h. */
    String text() {
        long seconds = seconds();
        if (seconds % 86400 == 0) {
            return seconds / 86400 + "d";
        }
        if (seconds % 3600 == 0) {
            return seconds / 3600 + "h";
        }
        return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
    }
}
