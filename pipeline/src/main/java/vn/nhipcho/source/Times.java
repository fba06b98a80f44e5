package vn.nhipcho.source;

import static vn.nhipcho.deadletter.DeadLetterReason.IN_THE_FUTURE;
import static vn.nhipcho.deadletter.DeadLetterReason.OUT_OF_RANGE;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** Checks of times against the Kafka timestamp of their record, the one clock that a producer does not set. */
final class Times {
    static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    static final Duration CLOCKS_DIFFER_BY = Duration.ofMinutes(10);
    static final Duration FORESEEABLE = Duration.ofDays(5 * 366);
    private static final LocalDate EARLIEST_DAY = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST_DAY = LocalDate.of(2100, 1, 1);

    private Times() {}

    /** Something that has happened. */
    static long past(String field, Instant time, long recordTimestamp) {
        long millis = notTooEarly(field, time);
        if (millis > recordTimestamp + CLOCKS_DIFFER_BY.toMillis()) {
            throw new Refusal(
                    IN_THE_FUTURE,
                    field + " is " + time + ", its record is of " + Instant.ofEpochMilli(recordTimestamp)
                            + ": more than 10 minutes before");
        }
        return millis;
    }

    static Long pastOrNull(String field, Instant time, long recordTimestamp) {
        return time == null ? null : (Long) past(field, time, recordTimestamp);
    }

    /** Something that is planned. */
    static Long plannedOrNull(String field, Instant time, long recordTimestamp) {
        if (time == null) {
            return null;
        }
        long millis = notTooEarly(field, time);
        if (millis > recordTimestamp + FORESEEABLE.toMillis()) {
            throw new Refusal(OUT_OF_RANGE, field + " is " + time + ", more than 5 years after its record");
        }
        return millis;
    }

    static LocalDate dayOrNull(String field, LocalDate day) {
        if (day != null && (day.isBefore(EARLIEST_DAY) || day.isAfter(LATEST_DAY))) {
            throw new Refusal(
                    OUT_OF_RANGE, field + " is " + day + ", not within " + EARLIEST_DAY + " and " + LATEST_DAY);
        }
        return day;
    }

    private static long notTooEarly(String field, Instant time) {
        if (time.isBefore(EARLIEST)) {
            throw new Refusal(OUT_OF_RANGE, field + " is " + time + ", before " + EARLIEST);
        }
        return time.toEpochMilli();
    }
}
