package vn.nhipcho.alert;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** The numbers behind an alert, and how they are written in a sentence. */
final class Evidence {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double DAY = 86_400_000.0;
    private static final DateTimeFormatter DATE_VI = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final ObjectNode numbers = JSON.createObjectNode();

    Evidence put(String name, long number) {
        numbers.put(name, number);
        return this;
    }

    Evidence put(String name, double number) {
        numbers.put(name, BigDecimal.valueOf(number).setScale(2, RoundingMode.HALF_UP));
        return this;
    }

    Evidence at(String name, long millis) {
        numbers.put(name, Instant.ofEpochMilli(millis).toString());
        return this;
    }

    String json() {
        return numbers.toString();
    }

    /** Days of a stretch of milliseconds. */
    static double days(long millis) {
        return millis / DAY;
    }

    /** {@code 24}, {@code 2,5}: one digit below ten, with a comma. */
    static String vi(double number) {
        return en(number).replace('.', ',');
    }

    static String en(double number) {
        var rounded = BigDecimal.valueOf(number).setScale(number < 10 ? 1 : 0, RoundingMode.HALF_UP);
        return rounded.stripTrailingZeros().toPlainString();
    }

    static String dateVi(long millis, ZoneId zone) {
        return DATE_VI.format(Instant.ofEpochMilli(millis).atZone(zone));
    }
}
