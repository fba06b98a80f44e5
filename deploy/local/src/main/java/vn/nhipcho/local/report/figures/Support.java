package vn.nhipcho.local.report.figures;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import vn.nhipcho.local.report.period.Period;

/**
 * Sellers that a rule names.
 *
 * @param detail likely cause or step they stand at; empty: the rule as a whole
 * @param openAtEnd at the end of the period; @param opened in it; @param resolved in it
 */
public record Support(String rule, String detail, long openAtEnd, long opened, long resolved) {

    public static List<Support> read(ReportDatabase database, Period period) throws SQLException {
        return database.rows(
                "support",
                Map.of("period", period),
                row -> new Support(
                        row.getString("rule"),
                        row.getString("detail"),
                        row.getLong("open_at_end"),
                        row.getLong("opened"),
                        row.getLong("resolved")));
    }

    Support with(Support other) {
        return new Support(
                rule, "others", openAtEnd + other.openAtEnd, opened + other.opened, resolved + other.resolved);
    }

    public static SmallCells<Support> details(List<Support> details) {
        return SmallCells.apply(details, Support::openAtEnd, Measures.FEWEST_SELLERS, Support::with);
    }
}
