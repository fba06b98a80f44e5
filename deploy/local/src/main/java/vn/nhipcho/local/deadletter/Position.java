package vn.nhipcho.local.deadletter;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.nhipcho.local.WrongUse;

/** Where what could not be used came from; for a line of a file the partition is -1 and the offset its number. */
public record Position(String topic, int partition, long offset) {
    // Importers' topics have a colon of their own: import:jsonl.
    private static final Pattern FORM = Pattern.compile("(.+):(-?\\d{1,9}):(\\d{1,18})");

    public static Position parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new WrongUse(
                    "'%s' is no position; write it like market.orders.v1:0:17, as 'dead-letters list' tells it"
                            .formatted(text));
        }
        return new Position(parts.group(1), Integer.parseInt(parts.group(2)), Long.parseLong(parts.group(3)));
    }
}
