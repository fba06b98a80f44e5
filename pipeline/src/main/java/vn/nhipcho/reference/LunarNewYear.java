package vn.nhipcho.reference;

import java.time.LocalDate;
import java.util.List;

/**
 * The days of a year that the Vietnamese lunar calendar sets, of {@code lunar_days.csv}: new moons at UTC+7. It knows
 * only the years of the file, and nothing of which days are off.
 *
 * @param tet the first day of the first month
 * @param daysOfLastMonth 29 or 30: the length of the month before; there is no 30 Tết from 2025 to 2032
 * @param hungKings the tenth of the third month
 */
public record LunarNewYear(LocalDate tet, int daysOfLastMonth, LocalDate hungKings) {
    private static final List<LunarNewYear> KNOWN = ReferenceFile.rows("lunar_days.csv").stream()
            .map(row -> new LunarNewYear(
                    LocalDate.parse(row.get("tet")),
                    Integer.parseInt(row.get("days_of_last_month")),
                    LocalDate.parse(row.get("hung_kings"))))
            .toList();

    /** In the order of the years, none left out between the first and the last. */
    public static List<LunarNewYear> known() {
        return KNOWN;
    }

    public static int firstYear() {
        return KNOWN.get(0).year();
    }

    public static int lastYear() {
        return KNOWN.get(KNOWN.size() - 1).year();
    }

    public int year() {
        return tet.getYear();
    }

    /** The day of the last month before it, 29 for 29 Tết; the new year's day itself where that month has no such day. */
    public LocalDate dayOfLastMonth(int day) {
        return tet.minusDays(Math.max(0, daysOfLastMonth - day + 1));
    }

    public LocalDate dayOfFirstMonth(int day) {
        return tet.plusDays(day - 1L);
    }
}
