package vn.nhipcho.local.report;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.nhipcho.local.report.FigureFile.Line;
import vn.nhipcho.local.report.figures.ReportDatabase;

/** Where reported figures are kept; a figure that comes again as of the same day takes the place of the former. */
public final class FigureStore {
    private final Connection connection;
    private final ReportDatabase database;

    public FigureStore(Connection connection, ReportDatabase database) {
        this.connection = connection;
        this.database = database;
    }

    /** A reader that knows which places and platforms there are. */
    public FigureFile reader() throws SQLException {
        Set<String> places = new TreeSet<>(database.rows("place_codes", Map.of(), row -> row.getString("code")));
        places.add("VN");
        return new FigureFile(
                places, new TreeSet<>(database.rows("platform_codes", Map.of(), row -> row.getString("platform"))));
    }

    public void store(List<Line> lines) throws SQLException {
        if (lines.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO market_raw.reported_figures"
                + " (indicator, period, place, platform, value, document, as_of) VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            for (Line line : lines) {
                insert.setString(1, line.figure().indicator());
                insert.setString(2, line.figure().period());
                insert.setString(3, line.place());
                insert.setString(4, line.figure().platform());
                insert.setBigDecimal(5, line.figure().value());
                insert.setString(6, line.figure().document());
                insert.setObject(7, line.figure().asOf());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
