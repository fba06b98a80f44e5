package vn.nhipcho.importer;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.regex.Pattern;
import vn.nhipcho.deadletter.DeadLetterReason;

/** Reads single fields of a CSV row; each says which field was wrong, never what it held. */
final class Fields {
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    private Fields() {}

    static String required(String text, String field) throws RowRejected {
        if (text.isEmpty()) {
            throw new RowRejected(DeadLetterReason.MISSING_FIELD, field + " is empty");
        }
        return text;
    }

    /** @throws RowRejected also when digits would be lost at {@code scale} */
    static BigDecimal amount(String text, int scale, String field) throws RowRejected {
        if (text.length() > 40 || !NUMBER.matcher(text).matches()) {
            throw new RowRejected(DeadLetterReason.MALFORMED_ROW, field + " is not a number");
        }
        var number = Decimals.exact(new BigDecimal(text), scale, field);
        if (number.signum() < 0) {
            throw new RowRejected(DeadLetterReason.OUT_OF_RANGE, field + " is below zero");
        }
        return number;
    }

    /**
     * A time without a zone, in {@code zone}. One that the clocks skipped in spring is moved on by the gap; one that
     * they repeated in autumn is taken as the first of the two.
     */
    static Instant localTime(String text, ZoneId zone, String field) throws RowRejected {
        try {
            return LocalDateTime.parse(text.replace(' ', 'T')).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            throw new RowRejected(DeadLetterReason.MALFORMED_ROW, field + " is not a time as 2017-10-02 10:56:33");
        }
    }
}
