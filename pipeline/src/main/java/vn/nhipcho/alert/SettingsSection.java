package vn.nhipcho.alert;

import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.nhipcho.alert.YamlNode.Items;
import vn.nhipcho.alert.YamlNode.Scalar;
import vn.nhipcho.alert.YamlNode.Section;

/**
 * One section of the rule file and the keys it may have. Each reader gives null and notes a problem where the value
 * cannot be had; {@link #done} notes the keys that nobody asked for.
 */
final class SettingsSection {
    /** A year and a day: longer waits are slips of the pen, and calendars are walked day by day. */
    private static final Duration LONGEST = Duration.ofDays(366);

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final String DURATION = "a duration from PT1S to P366D, like PT4H or P2D";

    private final Section section;
    private final String path;
    private final SettingsProblems problems;
    private final Set<String> asked = new LinkedHashSet<>();

    SettingsSection(YamlNode node, String path, SettingsProblems problems) {
        this.path = path;
        this.problems = problems;
        if (node instanceof Section found) {
            section = found;
        } else {
            section = null;
            problems.add(node.line(), path, "must be a section of 'key: value' lines");
        }
    }

    String path(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    int line(String key) {
        return section.values().get(key).line();
    }

    void problem(String key, String problem) {
        problems.add(line(key), path(key), problem);
    }

    String text(String key) {
        return read(key, "text in one line", text -> text.isEmpty() ? null : text);
    }

    Boolean flag(String key) {
        return read(key, "true or false", text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> null;
        });
    }

    Integer count(String key, int most) {
        return read(key, "a whole number from 1 to " + most, text -> {
            int number = Integer.parseInt(text);
            return number >= 1 && number <= most ? number : null;
        });
    }

    Double positive(String key) {
        return read(key, "a number greater than 0, like 0.8", text -> {
            double number = Double.parseDouble(text);
            return number > 0 && number <= 1e6 ? number : null;
        });
    }

    Double share(String key) {
        return read(key, "a number between 0 and 1 and neither of them, like 0.01", text -> {
            double number = Double.parseDouble(text);
            return number > 0 && number < 1 ? number : null;
        });
    }

    Duration duration(String key) {
        return read(key, DURATION, SettingsSection::parsedDuration);
    }

    Map<String, Duration> durations(String key, String kind, Collection<String> names) {
        return byName(key, kind, names, DURATION, SettingsSection::parsedDuration);
    }

    private static Duration parsedDuration(String text) {
        var duration = Duration.parse(text);
        return duration.compareTo(SHORTEST) >= 0 && duration.compareTo(LONGEST) <= 0 ? duration : null;
    }

    LocalTime time(String key) {
        return read(key, "a time of day like 07:30", LocalTime::parse);
    }

    <E extends Enum<E>> E choice(String key, Class<E> type) {
        var names = Arrays.stream(type.getEnumConstants())
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .toList();
        return read(key, "one of " + names, text -> constant(text, type));
    }

    static <E extends Enum<E>> E constant(String text, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElse(null);
    }

    /** @param parse gives null, or throws an exception without a message of ours, for what is not as {@code expected} */
    <T> T read(String key, String expected, Function<String, T> parse) {
        var node = node(key);
        return node == null ? null : read(node, key, expected, parse);
    }

    private <T> T read(YamlNode node, String key, String expected, Function<String, T> parse) {
        if (!(node instanceof Scalar scalar)) {
            problems.add(node.line(), path(key), "must be " + expected + ", not a list or section");
            return null;
        }
        T value = null;
        String problem = "is '" + scalar.value() + "'; give " + expected;
        try {
            value = parse.apply(scalar.value());
        } catch (NumberFormatException | DateTimeParseException e) {
            value = null;
        } catch (IllegalArgumentException e) {
            problem = e.getMessage();
        }
        if (value == null) {
            problems.add(node.line(), path(key), problem);
        }
        return value;
    }

    /** Null where it is missing or no section. */
    SettingsSection section(String key) {
        var node = node(key);
        if (node == null) {
            return null;
        }
        var found = new SettingsSection(node, path(key), problems);
        return found.section == null ? null : found;
    }

    /** The sections of a list; those that are none are noted and left out. */
    List<SettingsSection> sections(String key) {
        List<SettingsSection> sections = new ArrayList<>();
        for (var item : items(key)) {
            var found = new SettingsSection(item, path(key) + "[" + sections.size() + "]", problems);
            if (found.section != null) {
                sections.add(found);
            }
        }
        return sections;
    }

    /** A list of different plain values. */
    <T> List<T> list(String key, String expected, Function<String, T> parse) {
        List<T> values = new ArrayList<>();
        for (var item : items(key)) {
            T value = read(item, key, expected, parse);
            if (value != null && values.contains(value)) {
                problems.add(item.line(), path(key), "has '" + ((Scalar) item).value() + "' twice; keep one");
            } else if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    /** A section whose keys are names of one kind, as of marketplaces. */
    <T> Map<String, T> byName(
            String key, String kind, Collection<String> names, String expected, Function<String, T> parse) {
        Map<String, T> values = new LinkedHashMap<>();
        var entries = section(key);
        if (entries != null) {
            for (String name : entries.section.values().keySet()) {
                if (names.contains(name)) {
                    values.put(name, entries.read(name, expected, parse));
                } else {
                    entries.problem(name, "no such " + kind + hint(name, names));
                }
            }
        }
        return values;
    }

    /** To be called after all reading. */
    void done() {
        for (String key : section.values().keySet()) {
            if (!asked.contains(key)) {
                problem(key, "no such key" + hint(key, asked));
            }
        }
    }

    private List<YamlNode> items(String key) {
        var node = node(key);
        if (node == null) {
            return List.of();
        }
        if (node instanceof Items items) {
            return items.values();
        }
        problems.add(node.line(), path(key), "must be a list; write [] for none");
        return List.of();
    }

    private YamlNode node(String key) {
        asked.add(key);
        var node = section.values().get(key);
        if (node == null) {
            problems.add(
                    section.line(), path(key), "is missing; the rule file that comes with the job says what it means");
        }
        return node;
    }

    private static String hint(String name, Collection<String> names) {
        String nearest = names.stream()
                .min(Comparator.comparingInt(known -> distance(name, known)))
                .filter(known -> distance(name, known) <= Math.max(2, known.length() / 3))
                .map(known -> "; did you mean " + known + "?")
                .orElse("");
        return nearest + (nearest.isEmpty() ? ";" : "") + " there are "
                + names.stream().sorted().collect(Collectors.joining(", "));
    }

    /** Letters to insert, drop or change to make one name the other (Levenshtein), capitals aside. */
    private static int distance(String one, String other) {
        int[] last = new int[other.length() + 1];
        Arrays.setAll(last, i -> i);
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                boolean same = Character.toLowerCase(one.charAt(i - 1)) == Character.toLowerCase(other.charAt(j - 1));
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + (same ? 0 : 1));
            }
            last = row;
        }
        return last[other.length()];
    }
}
