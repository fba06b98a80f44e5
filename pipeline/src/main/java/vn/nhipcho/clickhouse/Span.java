package vn.nhipcho.clickhouse;

import java.time.Instant;

/**
 * A stretch of time, open at its end.
 *
 * @param from null: from the beginning
 * @param to null: for ever
 */
public record Span(Instant from, Instant to) {
    public static final Span ALL = new Span(null, null);

    /** As a condition of ClickHouse on a column of any type of time. */
    String holds(String column) {
        return "(" + bound(column, ">=", from) + " AND " + bound(column, "<", to) + ")";
    }

    private static String bound(String column, String comparison, Instant instant) {
        return instant == null
                ? "1"
                : "toDateTime64(%s, 3, 'UTC') %s fromUnixTimestamp64Milli(%d, 'UTC')"
                        .formatted(column, comparison, instant.toEpochMilli());
    }
}
