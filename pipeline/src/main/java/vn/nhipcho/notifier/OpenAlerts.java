package vn.nhipcho.notifier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.nhipcho.alert.Severity;

/** Reads the open alerts of the view {@code alerts}: what completed checkpoints hold, and never more. */
public final class OpenAlerts {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What the rules name the beginning of what they report, in their evidence. */
    private static final List<String> BEGINNINGS =
            List.of("last_order_at", "waiting_since", "stage_since", "last_heard_at");

    private static final String SQL = """
            SELECT alert_id, rule, seller_id, district, commune, cooperative, severity,
                   toUnixTimestamp64Milli(opened_at), toUnixTimestamp64Milli(changed_at), reason, evidence,
                   platform, shop_id, order_ids, toUnixTimestamp64Milli(deadline), value, cause, next_step,
                   toUInt8(entered_late), calls.next_on, subject, province, seller_type, reason_en
            FROM market.alerts
            LEFT JOIN
            (
                -- A tuple, since argMax passes over null: a later call without a date takes the earlier date back.
                SELECT alert_id, argMax(tuple(next_on), contacted_at).1 AS next_on
                FROM market.alert_contacts
                GROUP BY alert_id
            ) AS calls USING (alert_id)
            WHERE state = 'OPEN'
            SETTINGS join_use_nulls = 1
            """;

    private OpenAlerts() {}

    /** The most urgent first. */
    public static List<OpenAlert> read(Connection connection) throws SQLException {
        List<OpenAlert> alerts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(SQL)) {
            while (row.next()) {
                alerts.add(alert(row));
            }
        }
        alerts.sort(OpenAlert.MOST_URGENT_FIRST);
        return alerts;
    }

    /** The newest event of all topics; empty before the first one. The data's own clock: a replay has no other. */
    public static Optional<Instant> newestEvent(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT count(), toUnixTimestamp64Milli(max(event_time)) FROM market.freshness")) {
            row.next();
            return row.getLong(1) == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(row.getLong(2)));
        }
    }

    private static OpenAlert alert(ResultSet row) throws SQLException {
        String orderIds = row.getString(14);
        long deadline = row.getLong(15);
        boolean hasDeadline = !row.wasNull();
        Date nextOn = row.getDate(20);
        return new OpenAlert(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                Severity.valueOf(row.getString(7).toUpperCase(Locale.ROOT)),
                Instant.ofEpochMilli(row.getLong(8)),
                Instant.ofEpochMilli(row.getLong(9)),
                row.getString(10),
                since(row.getString(11)),
                row.getString(12),
                row.getString(13),
                orderIds.isEmpty() ? List.of() : List.of(orderIds.split(",")),
                hasDeadline ? Instant.ofEpochMilli(deadline) : null,
                row.getBigDecimal(16),
                row.getString(17),
                row.getString(18),
                row.getInt(19) == 1,
                new OpenAlert.Further(
                        row.getString(21), row.getString(22), row.getString(23), row.getString(24), row.getString(11)),
                nextOn == null ? null : nextOn.toLocalDate());
    }

    private static Instant since(String evidence) throws SQLException {
        try {
            JsonNode numbers = JSON.readTree(evidence);
            for (String beginning : BEGINNINGS) {
                if (numbers.hasNonNull(beginning)) {
                    return Instant.parse(numbers.get(beginning).textValue());
                }
            }
            return null;
        } catch (JsonProcessingException e) {
            throw new SQLException("the evidence of an alert is no JSON object: " + evidence, e);
        }
    }
}
