package vn.nhipcho.notifier;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The table {@code notifications}. A row of a later state replaces the earlier one: its version is the greater. */
final class ClickHouseOutbox implements Outbox {
    private static final String INSERT = "INSERT INTO notifications VALUES (?,?,?,?,?,?,?,?,?,?,?)";

    private final Connection connection;
    private final InstantSource clock;

    ClickHouseOutbox(Connection connection, InstantSource clock) {
        this.connection = connection;
        this.clock = clock;
    }

    @Override
    public List<Message> pending() throws SQLException {
        List<Message> messages = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT message_id, kind, area_kind, area, day, alert_id, body"
                                + " FROM notifications FINAL WHERE state = 'PENDING' ORDER BY kind DESC, version, message_id")) {
            while (row.next()) {
                String area = row.getString(4);
                messages.add(new Message(
                        row.getString(1),
                        Message.Kind.valueOf(row.getString(2)),
                        new Area(Area.Kind.valueOf(row.getString(3)), area, area),
                        row.getDate(5).toLocalDate(),
                        row.getString(6),
                        row.getString(7)));
            }
        }
        return messages;
    }

    @Override
    public Set<String> alertsWithMessage() throws SQLException {
        return ids("SELECT DISTINCT alert_id FROM notifications WHERE alert_id != ''");
    }

    @Override
    public Set<String> digestsOf(LocalDate day) throws SQLException {
        return ids("SELECT DISTINCT message_id FROM notifications WHERE kind = 'DIGEST' AND day = toDate32('" + day
                + "')");
    }

    private Set<String> ids(String sql) throws SQLException {
        Set<String> ids = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                ids.add(row.getString(1));
            }
        }
        return ids;
    }

    @Override
    public void keep(List<Message> messages) throws SQLException {
        if (messages.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (Message message : messages) {
                bind(insert, message, State.PENDING, 0, "", clock.millis());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    @Override
    public void record(Message message, State state, int attempts, String detail) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            bind(insert, message, state, attempts, detail, Math.max(clock.millis(), lastVersion(message) + 1));
            insert.addBatch();
            insert.executeBatch();
        }
    }

    private long lastVersion(Message message) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT max(version) FROM notifications WHERE message_id = ?")) {
            select.setString(1, message.id());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static void bind(
            PreparedStatement insert, Message message, State state, int attempts, String detail, long version)
            throws SQLException {
        insert.setString(1, message.id());
        insert.setString(2, message.kind().name());
        insert.setString(3, message.area().kind().name());
        insert.setString(4, message.area().code());
        insert.setObject(5, message.day());
        insert.setString(6, message.alertId());
        insert.setString(7, message.body());
        insert.setString(8, state.name());
        insert.setInt(9, attempts);
        insert.setString(10, detail);
        insert.setLong(11, version);
    }
}
