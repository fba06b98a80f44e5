package vn.nhipcho.clickhouse;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The tables of a backfill in a database of their own, from their making to their taking the live tables' place. It knows
 * no rule: what the rebuilt rows are is said by the job that writes them. The live tables change in {@link #exchange}
 * alone; before it, anything may fail and be thrown away.
 */
public final class ShadowTables implements AutoCloseable {
    private static final int FIRST = 5;
    /** A statement reads or writes a whole table. */
    private static final Duration PATIENCE = Duration.ofHours(6);

    private final MigrationParameters parameters;
    private final Connection connection;

    private ShadowTables(MigrationParameters parameters, Connection connection) {
        this.parameters = parameters;
        this.connection = connection;
    }

    /** What comparing a table came to: rows by verdict, and the first that differ. */
    public record Comparison(String table, Map<String, Long> verdicts, List<String> first) {
        public long compared() {
            return verdicts.values().stream().mapToLong(Long::longValue).sum();
        }

        public long rows(String verdict) {
            return verdicts.getOrDefault(verdict, 0L);
        }

        public long differing() {
            return compared() - rows("SAME");
        }
    }

    public static ShadowTables open(ClickHouseConfig config, MigrationParameters parameters) throws SQLException {
        return new ShadowTables(parameters, config.withRequestTimeout(PATIENCE).connect("default"));
    }

    /** Makes them anew, whatever an earlier run has left. From here on they get what the live job writes. */
    public void create() throws SQLException {
        drop();
        run(ShadowSql.create());
        for (ShadowTable table : ShadowTable.ALL) {
            run(List.of(ShadowSql.follow(table)));
        }
    }

    /** Notes what the live tables hold; the events that are read afterwards must account for all of it. */
    public void see() throws SQLException {
        for (ShadowTable table : ShadowTable.ALL) {
            run(ShadowSql.see(table));
        }
    }

    /** Takes the events to rebuild from out of the history that the live job keeps. */
    public void copyHistory() throws SQLException {
        run(ShadowSql.copyHistory());
    }

    public long events() throws SQLException {
        return number("SELECT count() FROM " + ShadowSql.EVENTS);
    }

    /** Rows that ClickHouse refused: with one of them the rebuilt tables are not whole. */
    public long refusedRows() throws SQLException {
        return number("SELECT count() FROM " + ClickHouseConfig.SHADOW + "." + RefusedRows.TABLE);
    }

    /** Events that are dead letters by the rules of now, by reason. */
    public Map<String, Long> deadLetters() throws SQLException {
        return counts("SELECT reason, count() FROM " + ClickHouseConfig.SHADOW + "." + Tables.DEAD_LETTERS.name()
                + " FINAL GROUP BY reason ORDER BY reason");
    }

    public List<Comparison> compare(Span period) throws SQLException {
        List<Comparison> comparisons = new ArrayList<>();
        for (ShadowTable table : ShadowTable.ALL) {
            run(ShadowSql.plan(table, period));
            comparisons.add(new Comparison(table.name(), counts(ShadowSql.verdicts(table)), firstDifferences(table)));
        }
        return comparisons;
    }

    /** Puts together what is to take the place of the live tables, by what {@link #compare} found. */
    public void assemble() throws SQLException {
        for (ShadowTable table : ShadowTable.ALL) {
            run(ShadowSql.assemble(table));
        }
    }

    /** Each table at one moment. What the live job inserts meanwhile reaches both of a pair. */
    public void exchange() throws SQLException {
        for (ShadowTable table : ShadowTable.ALL) {
            run(List.of(ShadowSql.exchange(table)));
        }
    }

    /** Ends the copying of what the live job writes; an insert that is under way goes on into tables that are still there. */
    public void unfollow() throws SQLException {
        if (exists()) {
            run(ShadowSql.unfollow());
        }
    }

    public void drop() throws SQLException {
        unfollow();
        run(List.of(ShadowSql.drop()));
    }

    private boolean exists() throws SQLException {
        return number("SELECT count() FROM system.tables WHERE database = '" + ClickHouseConfig.SHADOW + "'") > 0;
    }

    private List<String> firstDifferences(ShadowTable table) throws SQLException {
        List<String> first = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(ShadowSql.firstDifferences(table, FIRST))) {
            while (row.next()) {
                first.add(row.getString(1) + "\t" + table.name() + "\t" + row.getString(2));
            }
        }
        return first;
    }

    private Map<String, Long> counts(String sql) throws SQLException {
        Map<String, Long> counts = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                counts.put(row.getString(1), row.getLong(2));
            }
        }
        return counts;
    }

    private long number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void run(List<String> statements) throws SQLException {
        for (String sql : statements) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(parameters.fillIn(sql));
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
