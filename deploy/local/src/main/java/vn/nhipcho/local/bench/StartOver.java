package vn.nhipcho.local.bench;

import java.util.List;
import vn.nhipcho.clickhouse.TableSpec;
import vn.nhipcho.clickhouse.Tables;
import vn.nhipcho.local.clickhouse.SqlRefused;
import vn.nhipcho.local.flink.FlinkJob;
import vn.nhipcho.local.flink.LocalFlink;
import vn.nhipcho.local.run.Stack;

/** Lets the next measurement find what the one before found: jobs without state, empty tables, the same topics. */
final class StartOver {
    private StartOver() {}

    static void after(List<FlinkJob> jobs, Stack stack, LocalFlink flink) throws SqlRefused {
        stack.endJobs();
        jobs.forEach(flink::forget);
        for (TableSpec<?> table : Tables.ALL) {
            stack.clickhouse().rows("TRUNCATE TABLE market_raw." + table.name());
        }
    }
}
