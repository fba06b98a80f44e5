package vn.nhipcho.dashboards.sql;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The macros of Grafana's ClickHouse data source (4.20) and Grafana's own globals, for one range and interval. */
record Macros(TimeRange range, Interval interval) {
    private static final Pattern GO_DURATION = Pattern.compile("(\\d+)(ms|s|m|h)");

    /** Whether the name is followed by arguments in brackets. */
    static boolean takesArguments(String name) {
        return switch (name) {
            case "__timeFilter",
                    "__timeFilter_ms",
                    "__dateFilter",
                    "__dateTimeFilter",
                    "__dt",
                    "__timeFrom",
                    "__timeTo",
                    "__timeInterval",
                    "__timeInterval_ms",
                    "__timeGroup",
                    "__adHocFilters" -> true;
            default -> false;
        };
    }

    String global(String name) {
        return switch (name) {
            case "__fromTime" -> dateTime(range.fromSeconds());
            case "__toTime" -> dateTime(range.toSeconds());
            case "__fromTime_ms" -> millis(range.from().toEpochMilli());
            case "__toTime_ms" -> millis(range.to().toEpochMilli());
            case "__from" -> Long.toString(range.from().toEpochMilli());
            case "__to" -> Long.toString(range.to().toEpochMilli());
            case "__interval" -> interval.text();
            case "__interval_s" -> Long.toString(interval.seconds());
            case "__interval_ms" -> Long.toString(interval.millis());
            default -> throw new SqlTemplateException("$" + name + ": no such macro");
        };
    }

    String apply(String name, List<String> arguments) {
        int wanted =
                switch (name) {
                    case "__dateTimeFilter", "__dt", "__timeGroup" -> 2;
                    default -> 1;
                };
        if (arguments.size() != wanted || arguments.stream().anyMatch(String::isEmpty)) {
            throw new SqlTemplateException("$" + name + " takes " + wanted + " arguments, got " + arguments);
        }
        String column = arguments.get(0);
        return switch (name) {
            case "__timeFilter" -> between(column, dateTime(range.fromSeconds()), dateTime(range.toSeconds()));
            case "__timeFilter_ms" ->
                between(
                        column,
                        millis(range.from().toEpochMilli()),
                        millis(range.to().toEpochMilli()));
            case "__dateFilter" -> dateFilter(column);
            case "__dateTimeFilter", "__dt" ->
                "(" + dateFilter(column) + ") AND (" + apply("__timeFilter", List.of(arguments.get(1))) + ")";
            case "__timeFrom" -> column + " >= " + dateTime(range.fromSeconds());
            case "__timeTo" -> column + " <= " + dateTime(range.toSeconds());
            case "__timeInterval" -> buckets("toDateTime(" + column + ")", interval.seconds(), "second");
            case "__timeInterval_ms" -> buckets("toDateTime64(" + column + ", 3)", interval.millis(), "millisecond");
            case "__timeGroup" ->
                buckets(
                        "toDateTime(" + column + ")",
                        goDuration(arguments.get(1)).toSeconds(),
                        "second");
            case "__adHocFilters" -> "additional_table_filters={}";
            default -> throw new SqlTemplateException("$" + name + ": no such macro");
        };
    }

    private static String between(String column, String from, String to) {
        return column + " >= " + from + " AND " + column + " <= " + to;
    }

    // In the zone of Grafana's process, usually UTC: a trap, which is why the lint does not let panels use it.
    private String dateFilter(String column) {
        return between(
                column,
                "toDate('" + LocalDate.ofInstant(range.from(), ZoneOffset.UTC) + "')",
                "toDate('" + LocalDate.ofInstant(range.to(), ZoneOffset.UTC) + "')");
    }

    private static String buckets(String time, long width, String unit) {
        return "toStartOfInterval(" + time + ", INTERVAL " + width + " " + unit + ")";
    }

    private static Duration goDuration(String text) {
        Matcher matcher = GO_DURATION.matcher(text);
        if (!matcher.matches()) {
            throw new SqlTemplateException("$__timeGroup takes a Go duration such as 5m or 24h, never days: " + text);
        }
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(Long.parseLong(matcher.group(1)));
            default -> Duration.parse("PT" + text.toUpperCase(Locale.ROOT));
        };
    }

    private static String dateTime(long seconds) {
        return "toDateTime(" + seconds + ")";
    }

    private static String millis(long millis) {
        return "fromUnixTimestamp64Milli(" + millis + ")";
    }
}
