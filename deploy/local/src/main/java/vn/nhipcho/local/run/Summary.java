package vn.nhipcho.local.run;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * What a run came to, as a person reads it.
 *
 * @param firstRows seconds until a figure could be queried; empty when there were figures before
 */
record Summary(Figures figures, Map<String, Long> rows, double seconds, OptionalDouble firstRows) {

    @Override
    public String toString() {
        String first = firstRows.isPresent() ? format(" (first rows after %.1f)", firstRows.getAsDouble()) : "";
        String byView = rows.entrySet().stream()
                .map(view -> format("%s %,d", view.getKey(), view.getValue()))
                .collect(Collectors.joining(" · "));
        return String.join(
                System.lineSeparator(),
                count("events in", figures.consumed()),
                count("applied", figures.applied()),
                count("duplicate", figures.duplicate()),
                count("superseded", figures.superseded()),
                count("dead", figures.dead()),
                count("lines refused", figures.refused()),
                format("%-14s %s", "rows", byView),
                format("%-14s %.1f%s", "seconds", seconds, first));
    }

    private static String count(String name, long count) {
        return format("%-14s %,d", name, count);
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
