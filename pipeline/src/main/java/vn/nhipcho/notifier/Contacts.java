package vn.nhipcho.notifier;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;

/** Records calls about alerts. */
public final class Contacts {
    /** What came of a call. A closed list and no free text: nothing about a person can get in. */
    public enum Outcome {
        /** Spoken with the seller. */
        REACHED,
        NO_ANSWER,
        /** Will go on selling. */
        WILL_RESUME,
        OUT_OF_SEASON,
        /** Has given up selling online. */
        STOPPED,
        WRONG_NUMBER
    }

    private Contacts() {}

    public static boolean isAlert(Connection connection, String alertId) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT count() FROM market.alerts WHERE alert_id = ?")) {
            select.setString(1, alertId);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1) > 0;
            }
        }
    }

    /** @param nextOn when to call again; null: not agreed */
    public static void record(
            Connection connection, String alertId, Instant contactedAt, Outcome outcome, LocalDate nextOn)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO alert_contacts VALUES (?,?,?,?)")) {
            insert.setString(1, alertId);
            insert.setLong(2, contactedAt.toEpochMilli());
            insert.setString(3, outcome.name());
            if (nextOn == null) {
                insert.setNull(4, Types.NULL);
            } else {
                insert.setObject(4, nextOn);
            }
            insert.addBatch();
            insert.executeBatch();
        }
    }
}
