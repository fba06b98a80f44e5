package vn.nhipcho.clickhouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Brings ClickHouse's tables and views to this release, forward only: applies the numbered scripts that
 * {@code market_raw.schema_migrations} does not name yet. Every statement can be repeated, so a run that breaks off in
 * the middle is simply run again.
 */
public final class Migrations {
    private static final List<String> FILES = List.of(
            "0001_databases.sql",
            "0002_order_lines.sql",
            "0003_order_parts.sql",
            "0004_sales_hourly.sql",
            "0005_successes_hourly.sql",
            "0006_event_history.sql",
            "0007_dead_letters.sql",
            "0008_refused_rows.sql",
            "0009_ingest_ledger.sql",
            "0010_freshness.sql",
            "0011_deployment.sql",
            "0012_reference.sql",
            "0013_view_sales.sql",
            "0014_view_orders.sql",
            "0015_view_trust.sql",
            "0016_view_deployment.sql",
            "0017_view_reference.sql",
            "0018_view_sales_ratios.sql",
            "0019_sellers.sql",
            "0020_alerts.sql",
            "0021_view_sellers.sql",
            "0022_whom_next.sql",
            "0023_alert_contacts.sql",
            "0024_notifications.sql",
            "0025_support_areas.sql",
            "0026_view_notify.sql",
            "0027_agencies.sql",
            "0028_reported_figures.sql",
            "0029_issued_reports.sql",
            "0030_words.sql",
            "0031_view_period_days.sql",
            "0032_view_open_alerts.sql",
            "0033_view_dashboards.sql",
            "0034_view_whom_next.sql",
            "0035_view_connected_platforms.sql",
            "0036_seller_days_by_day.sql",
            "0037_view_comparable_platforms.sql");

    private static final Pattern VIEW = Pattern.compile("CREATE OR REPLACE VIEW market\\.(\\w+)");

    private static final String TRACK = """
            CREATE TABLE IF NOT EXISTS market_raw.schema_migrations ${on_cluster}
            (
                version    UInt32,
                name       String,
                checksum   String,
                applied_at DateTime64(3, 'UTC') DEFAULT now64(3)
            )
            ENGINE = ${replicated}ReplacingMergeTree(applied_at)
            ORDER BY version
            """;

    private Migrations() {}

    static List<Migration> all() {
        return FILES.stream().map(Migration::read).toList();
    }

    /**
     * Applies what is missing and records zone and currency.
     *
     * @return what this run did: migrations such as {@code 0001_databases}, views written again that somebody had dropped;
     *     empty when nothing was missing
     * @throws IllegalStateException when a migration was edited after it had been applied, when ClickHouse is of a later
     *     release, or when it was set up for another zone or currency
     */
    public static List<String> apply(ClickHouseConfig config, MigrationParameters parameters) throws SQLException {
        return apply(config, parameters, all());
    }

    /** @param migrations all there are, in the order of their numbers */
    static List<String> apply(ClickHouseConfig config, MigrationParameters parameters, List<Migration> migrations)
            throws SQLException {
        try (Connection connection = config.connect("default");
                Statement statement = connection.createStatement()) {
            statement.execute(parameters.fillIn("CREATE DATABASE IF NOT EXISTS market_raw ${on_cluster}"));
            statement.execute(parameters.fillIn(TRACK));
            Map<Integer, Migration> pending = pending(statement, migrations);
            // Before any view is written anew: its zone must be the one that the hours were made with.
            Deployment.requireSame(config, parameters);
            List<String> applied = new ArrayList<>();
            for (Migration migration : migrations) {
                if (pending.containsKey(migration.number())) {
                    run(connection, statement, migration, parameters);
                    applied.add(migration.toString());
                }
            }
            applied.addAll(restoreViews(statement, parameters, migrations));
            Deployment.record(config, parameters);
            return applied;
        }
    }

    /** Views hold no data: one that somebody dropped is written again, as its last migration has it. */
    private static List<String> restoreViews(
            Statement statement, MigrationParameters parameters, List<Migration> migrations) throws SQLException {
        Map<String, String> views = new LinkedHashMap<>();
        for (Migration migration : migrations) {
            for (String sql : SqlScript.statements(parameters.fillIn(migration.script()))) {
                Matcher view = VIEW.matcher(sql);
                if (view.lookingAt()) {
                    views.put(view.group(1), sql);
                }
            }
        }
        try (ResultSet there = statement.executeQuery("SELECT name FROM system.tables WHERE database = 'market'")) {
            while (there.next()) {
                views.remove(there.getString(1));
            }
        }
        List<String> restored = new ArrayList<>();
        for (Map.Entry<String, String> missing : views.entrySet()) {
            statement.execute(missing.getValue());
            restored.add("view market." + missing.getKey() + ", which was missing");
        }
        return restored;
    }

    private static Map<Integer, Migration> pending(Statement statement, List<Migration> migrations)
            throws SQLException {
        Map<Integer, Migration> pending = new HashMap<>();
        migrations.forEach(migration -> pending.put(migration.number(), migration));
        try (ResultSet applied = statement.executeQuery(
                "SELECT version, name, checksum FROM market_raw.schema_migrations FINAL ORDER BY version")) {
            while (applied.next()) {
                Migration migration = pending.remove(applied.getInt(1));
                if (migration == null) {
                    throw new IllegalStateException(
                            "ClickHouse has migration %04d_%s, which this release does not know:"
                                            .formatted(applied.getInt(1), applied.getString(2))
                                    + " it was set up by a later release, use that one");
                }
                if (!migration.checksum().equals(applied.getString(3))) {
                    throw new IllegalStateException("migration " + migration + " was changed after it had been applied"
                            + " (checksum " + applied.getString(3) + " then, " + migration.checksum()
                            + " now): put it back as it was and write the change as a new migration");
                }
            }
        }
        return pending;
    }

    private static void run(
            Connection connection, Statement statement, Migration migration, MigrationParameters parameters)
            throws SQLException {
        for (String sql : SqlScript.statements(parameters.fillIn(migration.script()))) {
            try {
                statement.execute(sql);
            } catch (SQLException e) {
                throw new SQLException(
                        "migration " + migration + " failed at: "
                                + sql.lines().findFirst().orElse("") + " …: " + e.getMessage(),
                        e.getSQLState(),
                        e.getErrorCode(),
                        e);
            }
        }
        try (PreparedStatement record = connection.prepareStatement(
                "INSERT INTO market_raw.schema_migrations (version, name, checksum) SELECT ?, ?, ?")) {
            record.setInt(1, migration.number());
            record.setString(2, migration.name());
            record.setString(3, migration.checksum());
            record.execute();
        }
    }
}
