package vn.nhipcho.clickhouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Records rows that ClickHouse refuses in a table of their own, as a committer has no output to send them to. */
final class RefusedRows implements Delivery.Refusals {
    static final String TABLE = "refused_rows";
    static final String REASON = "REFUSED_BY_CLICKHOUSE";
    private static final int MAX_MESSAGE = 2_000;

    private final ClickHouseConfig config;

    RefusedRows(ClickHouseConfig config) {
        this.config = config;
    }

    @Override
    public void put(Delivery.Refusal refusal) throws SQLException {
        try (Connection connection = config.connect();
                PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO " + TABLE + " VALUES (?, ?, ?, ?, ?)")) {
            insert.setString(1, refusal.table());
            insert.setString(2, refusal.key());
            insert.setInt(3, refusal.code());
            insert.setString(
                    4, refusal.message().substring(0, Math.min(refusal.message().length(), MAX_MESSAGE)));
            insert.setLong(5, refusal.version());
            insert.addBatch();
            JdbcInserter.execute(insert, 1);
        }
    }
}
