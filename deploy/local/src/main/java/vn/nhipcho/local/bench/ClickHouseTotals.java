package vn.nhipcho.local.bench;

import java.time.ZoneId;
import vn.nhipcho.clickhouse.TotalsByQuery;
import vn.nhipcho.local.Failure;
import vn.nhipcho.local.clickhouse.ClickHouseHttp;
import vn.nhipcho.local.clickhouse.SqlRefused;
import vn.nhipcho.local.data.Deployment;
import vn.nhipcho.local.run.Figures;
import vn.nhipcho.local.run.ProgressLine;
import vn.nhipcho.local.run.Stack;

/** Measures ClickHouse alone: the totals of every grouping set, once, by query over the facts that the job has written. */
final class ClickHouseTotals {
    private static final String DATABASE = "bench_totals";
    private static final String CHECK = """
            SELECT sum(n), sum(rows) FROM
            (
                SELECT count() AS n, sum(cityHash64(* EXCEPT version)) AS rows FROM %1$s.sales_hourly FINAL
                UNION ALL
                SELECT count() AS n, sum(cityHash64(* EXCEPT version)) AS rows FROM %1$s.successes_hourly FINAL
            )
            """;

    private ClickHouseTotals() {}

    /** As many events as went into the facts, so that the rates can be compared. */
    static Measurement measure(Stack stack, ProgressLine progress) throws SqlRefused {
        ClickHouseHttp clickhouse = stack.clickhouse();
        long events = Figures.read(clickhouse).consumed();
        progress.show(Measured.CLICKHOUSE_TOTALS + ": every grouping set by query");
        var meter = Meter.start(stack);
        for (String sql : TotalsByQuery.statements(DATABASE, ZoneId.of(Deployment.DEFAULT_ZONE))) {
            clickhouse.rows(sql);
        }
        Measurement measured = meter.stop(Measured.CLICKHOUSE_TOTALS, events, null);
        compare(clickhouse);
        clickhouse.rows("DROP DATABASE " + DATABASE);
        return measured;
    }

    /** A query that is fast and wrong would say nothing. */
    private static void compare(ClickHouseHttp clickhouse) throws SqlRefused {
        String byQuery =
                String.join(" ", clickhouse.rows(CHECK.formatted(DATABASE)).get(0));
        String byJob =
                String.join(" ", clickhouse.rows(CHECK.formatted("market_raw")).get(0));
        if (!byQuery.equals(byJob)) {
            throw new Failure("The totals by query are not those of the job: %s, %s".formatted(byQuery, byJob));
        }
    }
}
