package vn.nhipcho.clickhouse;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.nhipcho.clickhouse.ReconcileSql.Measure;
import vn.nhipcho.clickhouse.ReconcileSql.Totals;

/**
 * Recomputes every cell of {@code sales} and {@code successes} from the facts, grouping set by grouping set, and
 * compares measure by measure. Meant for a moment at which the job is idle or stopped: facts and totals of one
 * checkpoint are inserted one after the other.
 */
public final class Reconcile {
    private static final int FIRST = 20;

    /** @param first the first cells that differ, one entry a measure */
    public record Result(long cells, long differing, List<Difference> first) {
        public boolean isClean() {
            return differing == 0;
        }
    }

    /** One measure of one cell; {@code dimensions} are those of the grouping set. */
    public record Difference(
            String view,
            String grouping,
            ZonedDateTime hour,
            Map<String, String> dimensions,
            String measure,
            BigDecimal expected,
            BigDecimal found) {
        @Override
        public String toString() {
            return "%s %s, hour %s, %s: %s is %s, by the facts %s"
                    .formatted(
                            view, grouping, hour, dimensions, measure, found.toPlainString(), expected.toPlainString());
        }
    }

    private final Statement statement;
    private final ZoneId zone;
    private long cells;
    private long differing;
    private final List<Difference> first = new ArrayList<>();

    private Reconcile(Statement statement, ZoneId zone) {
        this.statement = statement;
        this.zone = zone;
    }

    public static Result run(ClickHouseConfig config) throws SQLException {
        ZoneId zone = Deployment.read(config)
                .orElseThrow(() -> new IllegalStateException("ClickHouse is not set up: run 'nhip-cho migrate' first"))
                .zone();
        try (Connection connection = config.connect();
                Statement statement = connection.createStatement()) {
            Reconcile reconcile = new Reconcile(statement, zone);
            ReconcileSql sql = new ReconcileSql(zone);
            for (List<String> set : ReconcileSql.GROUPING_SETS) {
                reconcile.compare(sql.sales(set), set);
                reconcile.compare(sql.successes(set), set);
            }
            reconcile.lookForStrays("sales", "sales_hourly");
            reconcile.lookForStrays("successes", "successes_hourly");
            return new Result(reconcile.cells, reconcile.differing, List.copyOf(reconcile.first));
        }
    }

    private void compare(Totals totals, List<String> set) throws SQLException {
        long here;
        try (ResultSet row = statement.executeQuery(ReconcileSql.count(totals, set))) {
            row.next();
            cells += row.getLong(1);
            here = row.getLong(2);
            differing += here;
        }
        if (here > 0 && first.size() < FIRST) {
            try (ResultSet row = statement.executeQuery(ReconcileSql.list(totals, set, FIRST))) {
                while (row.next()) {
                    addDifferences(row, totals, set);
                }
            }
        }
    }

    private void addDifferences(ResultSet row, Totals totals, List<String> set) throws SQLException {
        ZonedDateTime hour = Instant.ofEpochSecond(row.getLong(1)).atZone(zone);
        Map<String, String> dimensions = new LinkedHashMap<>();
        int column = 2;
        for (String dimension : ReconcileSql.DIMENSIONS) {
            String value = row.getString(column++);
            if (set.contains(dimension) || !value.isEmpty()) {
                dimensions.put(dimension, value);
            }
        }
        for (Measure measure : totals.measures()) {
            BigDecimal expected = row.getBigDecimal(column++);
            BigDecimal found = row.getBigDecimal(column++);
            if (expected.compareTo(found) != 0 && first.size() < FIRST) {
                first.add(new Difference(
                        totals.view(), ReconcileSql.nameOf(set), hour, dimensions, measure.name(), expected, found));
            }
        }
    }

    /** Cells of a grouping set that this release does not know would never be looked at otherwise. */
    private void lookForStrays(String view, String table) throws SQLException {
        try (ResultSet row = statement.executeQuery(ReconcileSql.strays(table))) {
            while (row.next()) {
                BigDecimal found = BigDecimal.valueOf(row.getLong(2));
                cells += row.getLong(2);
                differing += row.getLong(2);
                first.add(new Difference(
                        view, row.getString(1), Instant.EPOCH.atZone(zone), Map.of(), "cells", BigDecimal.ZERO, found));
            }
        }
    }
}
