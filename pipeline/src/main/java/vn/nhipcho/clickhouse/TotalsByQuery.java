package vn.nhipcho.clickhouse;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import vn.nhipcho.clickhouse.ReconcileSql.Measure;
import vn.nhipcho.clickhouse.ReconcileSql.Totals;

/** The tables of totals made by ClickHouse alone, from the facts; for comparing with what the job makes of the events. */
public final class TotalsByQuery {
    private TotalsByQuery() {}

    /** Statements that fill a new database with a {@code sales_hourly} and a {@code successes_hourly} of its own. */
    public static List<String> statements(String database, ZoneId zone) {
        var sql = new ReconcileSql(zone);
        List<String> statements = new ArrayList<>();
        statements.add("CREATE DATABASE " + database);
        for (TableSpec<?> table : List.of(Tables.SALES_HOURLY, Tables.SUCCESSES_HOURLY)) {
            statements.add("CREATE TABLE %s.%s AS market_raw.%2$s".formatted(database, table.name()));
        }
        for (List<String> set : ReconcileSql.GROUPING_SETS) {
            statements.add(fill(database, sql.sales(set), set));
            statements.add(fill(database, sql.successes(set), set));
        }
        return List.copyOf(statements);
    }

    private static String fill(String database, Totals totals, List<String> set) {
        String dimensions = String.join(", ", ReconcileSql.DIMENSIONS);
        String measures = list(totals, "%s");
        return "INSERT INTO %s.%s (grouping, hour, %s, %s, version, is_deleted) SELECT '%s', hour, %3$s, %s, 1, 0 FROM (%s) GROUP BY hour, %3$s %s"
                .formatted(
                        database,
                        totals.table(),
                        dimensions,
                        measures,
                        ReconcileSql.nameOf(set),
                        list(totals, "sum(%s)"),
                        totals.expected(),
                        ReconcileSql.SETTINGS);
    }

    private static String list(Totals totals, String pattern) {
        return totals.measures().stream()
                .map(Measure::name)
                .map(pattern::formatted)
                .collect(Collectors.joining(", "));
    }
}
