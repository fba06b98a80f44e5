package vn.nhipcho.local.command;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.nhipcho.local.WrongUse;

/** Durations as people write them: 72h, 30m, 2d, 500ms; ISO 8601 works too. */
final class Durations {
    private static final Pattern SHORT = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h|d)");

    private Durations() {}

    static Duration parse(String option, String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        Matcher matcher = SHORT.matcher(plain);
        if (plain.equals("0")) {
            return Duration.ZERO;
        }
        if (matcher.matches()) {
            long number = Long.parseLong(matcher.group(1));
            return switch (matcher.group(2)) {
                case "ms" -> Duration.ofMillis(number);
                case "s" -> Duration.ofSeconds(number);
                case "m" -> Duration.ofMinutes(number);
                case "h" -> Duration.ofHours(number);
                default -> Duration.ofDays(number);
            };
        }
        return iso(option, text);
    }

    private static Duration iso(String option, String text) {
        try {
            Duration duration = Duration.parse(text.strip());
            if (!duration.isNegative()) {
                return duration;
            }
        } catch (DateTimeException notIso) {
            // Answered below, as for a negative one.
        }
        throw new WrongUse("%s: '%s' is no duration; write it like 72h, 30m or 10s".formatted(option, text));
    }
}
