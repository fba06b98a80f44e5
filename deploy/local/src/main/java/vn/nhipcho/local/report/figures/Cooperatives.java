package vn.nhipcho.local.report.figures;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import vn.nhipcho.local.report.period.Period;

/** How far the cooperatives of one kind have come, of those in the register on the period's last day. */
public record Cooperatives(String kind, long registered, long activated, long onSale, long traded) {

    public static List<Cooperatives> read(ReportDatabase database, Period period) throws SQLException {
        return database.rows(
                "cooperatives",
                Map.of("period", period),
                row -> new Cooperatives(
                        row.getString("kind"),
                        row.getLong("registered"),
                        row.getLong("activated"),
                        row.getLong("on_sale"),
                        row.getLong("traded")));
    }

    /** @param kind empty where the register does not know it */
    public record Named(String name, String kind) {}

    public static Map<String, Named> names(ReportDatabase database) throws SQLException {
        return Names.of(
                database,
                "cooperative_names",
                Map.of(),
                row -> new Named(row.getString("name"), row.getString("kind")));
    }
}
