package vn.nhipcho.dashboards.sql;

import java.util.List;

/**
 * A variable of a dashboard with what is chosen of it.
 *
 * @param isMulti whether several values may be chosen; decides how the bare {@code $name} is written
 * @param isAll whether All is chosen; then {@code chosen} holds every option, since no variable of ours has an allValue
 */
public record Variable(String name, boolean isMulti, boolean isAll, List<Option> chosen) {
    public Variable {
        chosen = List.copyOf(chosen);
        if (!isMulti && chosen.size() > 1) {
            throw new IllegalArgumentException(name + " takes one value, got " + chosen.size());
        }
    }

    public static Variable one(String name, String value) {
        return new Variable(name, false, false, List.of(Option.of(value)));
    }

    public static Variable many(String name, String... values) {
        return new Variable(
                name, true, false, List.of(values).stream().map(Option::of).toList());
    }

    public static Variable all(String name, List<Option> options) {
        return new Variable(name, true, true, options);
    }

    /** Grafana takes an empty choice for All. */
    boolean filtersNothing() {
        return isAll || chosen.stream().allMatch(option -> option.value().isEmpty());
    }

    List<String> values() {
        return chosen.stream().map(Option::value).toList();
    }

    /** A value and what people read for it. */
    public record Option(String value, String text) {
        public static Option of(String value) {
            return new Option(value, value);
        }
    }
}
