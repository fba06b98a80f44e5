package vn.nhipcho.clickhouse;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import vn.nhipcho.model.AttemptStart;

/** Reads the highest row version that ClickHouse holds for a table; waits while ClickHouse is away. */
public final class TableVersions {
    private TableVersions() {}

    /**
     * Where an attempt's versions begin, in microseconds since 1970 by the clock, or one above the table's highest version,
     * whichever is later.
     */
    public static AttemptStart attemptStart(ClickHouseConfig config, TableSpec<?> table) {
        return () -> Math.max(ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()), 1 + highest(config, table));
    }

    /** 0 for an empty table. A row that was refused counts as held: it was handed over and is on record. */
    static long highest(ClickHouseConfig config, TableSpec<?> table) throws IOException, InterruptedException {
        if (!table.isVersioned()) {
            return 0;
        }
        String sql = "SELECT greatest((SELECT max(version) FROM %1$s.%2$s), (SELECT max(version) FROM %1$s.%3$s"
                        .formatted(config.database(), table.name(), RefusedRows.TABLE)
                + " WHERE table_name = '" + table.name() + "'))";
        Backoff backoff = Backoff.ofSeconds(30);
        for (int attempt = 1; ; attempt++) {
            try (Connection connection = config.connect();
                    Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery(sql)) {
                result.next();
                return result.getLong(1);
            } catch (SQLException e) {
                if (ErrorVerdicts.of(e) != ErrorVerdict.RETRY) {
                    throw new IOException(
                            "cannot read the highest version of " + table.name() + ": " + ErrorVerdicts.advice(e), e);
                }
                backoff.await(attempt);
            }
        }
    }
}
