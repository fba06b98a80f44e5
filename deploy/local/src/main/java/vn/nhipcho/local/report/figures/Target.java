package vn.nhipcho.local.report.figures;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** What a plan asks of an indicator in a period. */
public record Target(String indicator, String period, BigDecimal value, String document) {

    public static List<Target> read(ReportDatabase database, String place) throws SQLException {
        return database.rows(
                "targets",
                Map.of("place", place),
                row -> new Target(
                        row.getString("indicator"),
                        row.getString("period"),
                        row.getBigDecimal("value"),
                        row.getString("document")));
    }
}
