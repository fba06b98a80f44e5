package vn.nhipcho.local.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.nhipcho.local.clickhouse.ClickHouseHttp;
import vn.nhipcho.local.clickhouse.SqlRefused;
import vn.nhipcho.model.Jobs;

/**
 * What ClickHouse says has happened so far, in every run on it: the ledger is kept with the figures.
 *
 * @param refused lines of files that importers could not use
 * @param lines rows of {@code order_lines}, not yet merged ones counted twice
 */
public record Figures(
        long consumed, long applied, long duplicate, long superseded, long dead, long refused, long lines) {
    private static final String SQL = """
            SELECT
                sum(consumed), sum(applied), sum(duplicate), sum(superseded), sum(dead),
                (SELECT count() FROM market_raw.dead_letters FINAL WHERE file != ''),
                (SELECT sum(total_rows) FROM system.tables WHERE database = 'market_raw' AND name = 'order_lines')
            FROM market_raw.ingest_ledger FINAL
            WHERE job = '%s'
            """.formatted(Jobs.SALES);

    private static final List<String> VIEWS =
            List.of("order_lines", "order_parts", "sales", "successes", "sellers", "alerts", "dead_letters");

    public static Figures read(ClickHouseHttp clickhouse) throws SqlRefused {
        String[] row = clickhouse.rows(SQL).get(0);
        long[] sums = new long[row.length];
        for (int i = 0; i < row.length; i++) {
            sums[i] = row[i].equals("\\N") ? 0 : Long.parseLong(row[i]);
        }
        return new Figures(sums[0], sums[1], sums[2], sums[3], sums[4], sums[5], sums[6]);
    }

    /** Rows by view, exactly; slower than {@link #read}. */
    static Map<String, Long> rows(ClickHouseHttp clickhouse) throws SqlRefused {
        Map<String, Long> rows = new LinkedHashMap<>();
        for (String view : VIEWS) {
            rows.put(
                    view,
                    Long.parseLong(clickhouse.rows("SELECT count() FROM market." + view)
                            .get(0)[0]));
        }
        return rows;
    }
}
