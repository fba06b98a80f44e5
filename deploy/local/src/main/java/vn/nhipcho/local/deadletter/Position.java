package vn.nhipcho.local.deadletter;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.nhipcho.deadletter.RecordedLetter;
import vn.nhipcho.event.DeadLetter;
import vn.nhipcho.local.WrongUse;

/** Where what could not be used came from; for a line of a file the partition is -1 and the offset its number. */
public record Position(String topic, int partition, long offset) {
    // Importers' topics have a colon of their own: import:jsonl.
    private static final Pattern FORM = Pattern.compile("(.+):(-?\\d{1,9}):(\\d{1,18})");

    public static Position of(DeadLetter letter) {
        return new Position(letter.getTopic(), letter.getPartition(), letter.getOffset());
    }

    public static Position of(RecordedLetter letter) {
        return new Position(letter.topic(), letter.partition(), letter.offset());
    }

    public static Position parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new WrongUse(
                    "'%s' is no position; write it like market.orders.v1:0:17, as 'dead-letters list' tells it"
                            .formatted(text));
        }
        return new Position(parts.group(1), Integer.parseInt(parts.group(2)), Long.parseLong(parts.group(3)));
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return topic + ":" + partition + ":" + offset;
    }
}
