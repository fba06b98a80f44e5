package vn.nhipcho.local.deadletter;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import vn.nhipcho.deadletter.DeadLetterReason;

/**
 * Which dead letters are meant; a null component or an empty list asks for nothing.
 *
 * @param from first_seen is not before it; in the business zone
 * @param until first_seen is before it
 */
public record DeadLetterFilter(
        DeadLetterReason reason, String topic, List<Position> positions, LocalDateTime from, LocalDateTime until) {

    public boolean isEmpty() {
        return reason == null && topic == null && positions.isEmpty() && from == null && until == null;
    }

    /** A condition on {@code market.dead_letters}. */
    public String condition(ZoneId zone) {
        List<String> conditions = new ArrayList<>();
        if (reason != null) {
            conditions.add("reason = " + text(reason.name()));
        }
        if (topic != null) {
            conditions.add("topic = " + text(topic));
        }
        if (!positions.isEmpty()) {
            conditions.add(at(positions));
        }
        if (from != null) {
            conditions.add("first_seen >= " + time(from, zone));
        }
        if (until != null) {
            conditions.add("first_seen < " + time(until, zone));
        }
        return conditions.isEmpty() ? "true" : String.join(" AND ", conditions);
    }

    static String at(List<Position> positions) {
        return positions.stream()
                .map(at -> "(%s, %d, %d)".formatted(text(at.topic()), at.partition(), at.offset()))
                .collect(Collectors.joining(", ", "(topic, partition, offset) IN (", ")"));
    }

    private static String text(String value) {
        return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    private static String time(LocalDateTime time, ZoneId zone) {
        return "fromUnixTimestamp64Milli(toInt64(%d))"
                .formatted(time.atZone(zone).toInstant().toEpochMilli());
    }
}
