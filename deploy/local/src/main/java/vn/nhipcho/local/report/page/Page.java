package vn.nhipcho.local.report.page;

import java.util.List;

/**
 * A whole report, ready to be written in any format.
 *
 * @param banner of simulated data; else empty
 * @param agencies who reports, the higher one first
 * @param caution that the period is not over; else empty
 * @param standing draft or issued, and which version
 * @param tiles the figures to read first
 * @param trend may have no bars
 */
public record Page(
        String banner,
        List<String> agencies,
        String title,
        String subtitle,
        String period,
        String caution,
        String place,
        String asOf,
        String standing,
        List<Tile> tiles,
        Trend trend,
        List<Table> tables,
        List<String> notes) {

    public record Tile(String label, Cell value, String note) {}

    /** @param bars oldest first */
    public record Trend(String title, String note, List<Bar> bars) {}

    /** @param isOfPeriod whether it belongs to what is reported; @param before the same a year earlier; null: unknown */
    public record Bar(String label, long value, Long before, boolean isOfPeriod, boolean isProvisional) {}
}
