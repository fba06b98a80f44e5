package vn.nhipcho.alert;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.BitSet;
import java.util.Set;

/**
 * Days of the year, 29 February among them, as {@code 11-1;8-9} (whole months) or {@code 11-15..1-20} (days), ranges
 * parted by semicolons; a range may go over the new year.
 */
record YearDays(BitSet bits) implements Serializable {
    static final int LENGTH = 366;
    private static final int LEAP_YEAR = 2000;

    static YearDays all() {
        var bits = new BitSet();
        bits.set(0, LENGTH);
        return new YearDays(bits);
    }

    static YearDays of(Set<Month> months) {
        var bits = new BitSet();
        for (Month month : months) {
            bits.set(first(month), first(month) + month.maxLength());
        }
        return new YearDays(bits);
    }

    /** @throws IllegalArgumentException that says what to write instead */
    static YearDays parse(String text) {
        var bits = new BitSet();
        for (String range : text.split(";", -1)) {
            var own = range(range.strip());
            if (own.intersects(bits)) {
                throw new IllegalArgumentException(
                        "'" + range.strip() + "' overlaps another season of '" + text + "'; make one of them");
            }
            bits.or(own);
        }
        return new YearDays(bits);
    }

    boolean contains(LocalDate day) {
        return bits.get(place(MonthDay.from(day)));
    }

    private static BitSet range(String text) {
        try {
            if (text.contains("..")) {
                String[] ends = two(text, "\\.\\.");
                return range(place(day(ends[0])), place(day(ends[1])) + 1);
            }
            String[] ends = text.contains("-") ? two(text, "-") : new String[] {text, text};
            var last = month(ends[1]);
            return range(first(month(ends[0])), first(last) + last.maxLength());
        } catch (DateTimeException | NumberFormatException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no season; write months like 11-1 or days like 11-15..1-20");
        }
    }

    private static BitSet range(int from, int end) {
        var bits = new BitSet();
        if (from < end) {
            bits.set(from, end);
        } else {
            bits.set(from, LENGTH);
            bits.set(0, end);
        }
        return bits;
    }

    private static String[] two(String text, String separator) {
        String[] parts = text.split(separator, -1);
        if (parts.length != 2) {
            throw new DateTimeException("two ends expected");
        }
        return parts;
    }

    private static MonthDay day(String text) {
        String[] parts = two(text.strip(), "-");
        return MonthDay.of(month(parts[0]), Integer.parseInt(parts[1].strip()));
    }

    private static Month month(String text) {
        return Month.of(Integer.parseInt(text.strip()));
    }

    private static int first(Month month) {
        return month.firstDayOfYear(true) - 1;
    }

    private static int place(MonthDay day) {
        return day.atYear(LEAP_YEAR).getDayOfYear() - 1;
    }
}
