package vn.nhipcho.local.report.figures;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** What codes are called. */
public final class Names {
    private Names() {}

    /** @param level {@code district} or {@code commune} */
    public static Map<String, String> units(ReportDatabase database, Dimension level) throws SQLException {
        return of(database, "unit_names", Map.of("level", level.column()), row -> row.getString("name"));
    }

    public static Map<String, String> commodities(ReportDatabase database, String language) throws SQLException {
        return of(database, "commodity_names", Map.of(), row -> row.getString("name_" + language));
    }

    static <T> Map<String, T> of(
            ReportDatabase database, String query, Map<String, ?> values, ReportDatabase.RowReader<T> reader)
            throws SQLException {
        Map<String, T> names = new HashMap<>();
        database.rows(query, values, row -> names.put(row.getString("id"), reader.read(row)));
        return names;
    }
}
