package vn.nhipcho.local.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.nhipcho.local.Failure;
import vn.nhipcho.local.clickhouse.ClickHouseHttp;
import vn.nhipcho.local.clickhouse.SqlRefused;
import vn.nhipcho.totals.GroupingSet;
import vn.nhipcho.totals.GroupingSets;

/** Fills the tables of a new ClickHouse with a season of any size, in minutes: for measuring readers, not jobs. */
final class LargeSeason {
    private final ClickHouseHttp clickhouse;

    LargeSeason(ClickHouseHttp clickhouse) {
        this.clickhouse = clickhouse;
    }

    void fill(long orderLines) {
        statements("large_season.sql").forEach(sql -> run(sql.replace("{lines}", Long.toString(orderLines))));
        for (GroupingSet set : GroupingSets.ALL) {
            for (String table : List.of("large_season_sales.sql", "large_season_successes.sql")) {
                statements(table).forEach(sql -> run(of(set, sql)));
            }
        }
        mergeClosedYears();
    }

    /** As ClickHouse does by itself an hour after a year's last row; the current year stays as it was written. */
    private void mergeClosedYears() {
        rows("SELECT DISTINCT table, partition FROM system.parts WHERE database = 'market_raw' AND active"
                        + " AND table IN ('sales_hourly', 'successes_hourly', 'seller_days')"
                        + " AND partition < toString(toYear(now()))")
                .forEach(part -> run("OPTIMIZE TABLE market_raw.%s PARTITION %s FINAL".formatted(part[0], part[1])));
    }

    /** 0: not filled yet. */
    long orderLines() {
        return Long.parseLong(rows("SELECT count() FROM market_raw.order_lines").get(0)[0]);
    }

    private static String of(GroupingSet set, String sql) {
        String columns = set.dimensions().stream()
                .map(dimension -> dimension.name().toLowerCase(Locale.ROOT) + ", ")
                .collect(Collectors.joining());
        return sql.replace("{grouping}", set.name()).replace("{columns}", columns);
    }

    private void run(String sql) {
        var watch = Stopwatch.start();
        rows(sql);
        String what =
                sql.lines().filter(line -> !line.startsWith("--")).findFirst().orElse("");
        System.err.printf(Locale.ROOT, "%6.1f s  %s%n", watch.seconds(), what.replaceFirst("\\(.*", ""));
    }

    private List<String[]> rows(String sql) {
        try {
            return clickhouse.rows(sql);
        } catch (SqlRefused refused) {
            throw new Failure("The season could not be made: " + refused.getMessage());
        }
    }

    private static Stream<String> statements(String resource) {
        try (InputStream in = LargeSeason.class.getResourceAsStream(resource)) {
            String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Stream.of(all.split(";\\s*\\n")).filter(sql -> !sql.isBlank());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
