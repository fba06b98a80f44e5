package vn.nhipcho.clickhouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What ClickHouse was set up for: one row, written by the first migration run. Hours and amounts already written depend
 * on zone and currency, so they cannot change; that data is simulated can become known later and stays.
 */
public record Deployment(ZoneId zone, String currency, boolean isSimulated) {

    /** Empty before the first migration run. */
    public static Optional<Deployment> read(ClickHouseConfig config) throws SQLException {
        try (Connection connection = config.connect("default");
                Statement statement = connection.createStatement()) {
            if (!exists(statement)) {
                return Optional.empty();
            }
            try (ResultSet row =
                    statement.executeQuery("SELECT zone, currency, is_simulated FROM market_raw.deployment FINAL")) {
                return row.next()
                        ? Optional.of(new Deployment(ZoneId.of(row.getString(1)), row.getString(2), row.getInt(3) == 1))
                        : Optional.empty();
            }
        }
    }

    /** From now on every page carries the banner of simulated data. */
    public static void markSimulated(ClickHouseConfig config) throws SQLException {
        Deployment now = read(config)
                .orElseThrow(() -> new IllegalStateException("ClickHouse is not set up: run 'nhip-cho migrate' first"));
        if (!now.isSimulated()) {
            write(config, new Deployment(now.zone(), now.currency(), true));
        }
    }

    static void requireSame(ClickHouseConfig config, MigrationParameters wanted) throws SQLException {
        Deployment found = read(config).orElse(null);
        if (found != null
                && !(found.zone().equals(wanted.zone()) && found.currency().equals(wanted.currency()))) {
            throw new IllegalStateException("this ClickHouse was set up for zone " + found.zone() + " and currency "
                    + found.currency() + ", asked for are " + wanted.zone() + " and " + wanted.currency()
                    + ": hours and amounts already written would be wrong, use another data directory or database");
        }
    }

    static void record(ClickHouseConfig config, MigrationParameters parameters) throws SQLException {
        if (read(config).isEmpty()) {
            write(config, new Deployment(parameters.zone(), parameters.currency(), false));
        }
    }

    private static boolean exists(Statement statement) throws SQLException {
        try (ResultSet table = statement.executeQuery(
                "SELECT count() FROM system.tables WHERE database = 'market_raw' AND name = 'deployment'")) {
            table.next();
            return table.getLong(1) == 1;
        }
    }

    private static void write(ClickHouseConfig config, Deployment deployment) throws SQLException {
        try (Connection connection = config.connect();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO deployment SELECT ?, ?, ?, (SELECT max(version) FROM deployment) + 1")) {
            insert.setString(1, deployment.zone().getId());
            insert.setString(2, deployment.currency());
            insert.setInt(3, deployment.isSimulated() ? 1 : 0);
            insert.execute();
        }
    }
}
