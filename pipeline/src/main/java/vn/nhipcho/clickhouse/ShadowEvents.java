package vn.nhipcho.clickhouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.BiConsumer;

/** The events that a backfill rebuilds from, as plain JSON: written once, then read slice by slice. For one thread. */
public final class ShadowEvents implements AutoCloseable {
    public static final int SLICES = ShadowSql.SLICES;
    private static final int ROWS_AN_INSERT = 20_000;

    private final Connection connection;
    private PreparedStatement insert;
    private int waiting;

    private ShadowEvents(Connection connection) {
        this.connection = connection;
    }

    public static ShadowEvents open(ClickHouseConfig config) throws SQLException {
        return new ShadowEvents(config.connect("default"));
    }

    public void add(String topic, String sellerId, Instant occurredAt, String event) throws SQLException {
        if (insert == null) {
            insert = connection.prepareStatement(
                    "INSERT INTO " + ShadowSql.EVENTS + " (topic, seller_id, occurred_at, event) VALUES (?, ?, ?, ?)");
        }
        insert.setString(1, topic);
        insert.setString(2, sellerId);
        insert.setObject(3, occurredAt.atOffset(ZoneOffset.UTC));
        insert.setString(4, event);
        insert.addBatch();
        if (++waiting == ROWS_AN_INSERT) {
            flush();
        }
    }

    public void flush() throws SQLException {
        if (waiting > 0) {
            JdbcInserter.execute(insert, waiting);
            waiting = 0;
        }
    }

    /** Gives topic and event: of each seller accounts, then listings, then orders, so that few orders are placed twice. */
    public void read(int slice, BiConsumer<String, String> events) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT topic, event FROM " + ShadowSql.EVENTS
                        + " WHERE slice = " + slice + " ORDER BY topic, occurred_at")) {
            while (row.next()) {
                events.accept(row.getString(1), row.getString(2));
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
