package vn.nhipcho.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhipcho.clickhouse.ClickHouseConfig;
import vn.nhipcho.local.Command.Result;
import vn.nhipcho.local.clickhouse.ClickHouseHttp;
import vn.nhipcho.local.clickhouse.SqlRefused;
import vn.nhipcho.local.data.DataDirectory;

/** Damaged tables are made whole by {@code backfill}, beside a live load and without. */
class BackfillIT {
    private static final List<String> FIGURES = List.of("sales", "successes", "order_lines", "order_parts");
    private static final String TOTAL = "SELECT sum(orders) FROM market.sales WHERE grouping = 'all'";
    private static final String IN_MAY =
            "WHERE hour >= toDateTime('2026-05-01', 'Asia/Ho_Chi_Minh') AND hour < toDateTime('2026-06-01', 'Asia/Ho_Chi_Minh')";
    private static final String ORDERS = "SELECT count() FROM market.order_parts";
    private static final int FIRST_EVENTS = 1_538;
    private static final Duration SOON = Duration.ofSeconds(90);

    @TempDir
    static Path folder;

    private static String source;
    /** The same in two files, the first with 50 orders. */
    private static Path beginning;

    private static Path rest;
    private static DataDirectory undisturbed;
    private static List<String> expected;

    @BeforeAll
    static void runASmallSeasonThroughUndisturbed() throws Exception {
        Path season = folder.resolve("season.jsonl");
        SimulatedSeason.write(season, 3, 500, 40);
        source = "jsonl:" + season;
        List<String> lines = Files.readAllLines(season);
        beginning = Files.write(folder.resolve("beginning.jsonl"), lines.subList(0, FIRST_EVENTS));
        rest = Files.write(folder.resolve("rest.jsonl"), lines.subList(FIRST_EVENTS, lines.size()));
        undisturbed = new DataDirectory(folder.resolve("undisturbed"));
        Result up = Command.run(undisturbed, "up", "--source", source, "--once");
        assertThat(up.exit()).as(up.err()).isZero();
        expected = figures(undisturbed);
    }

    private Command up;

    @AfterEach
    void endWhatAFailedTestLeft() throws Exception {
        if (up != null) {
            up.kill();
        }
    }

    @Test
    void correctsThePeriodAndLeavesTheRestAndTheNextStartGoesOn() throws Exception {
        query(
                undisturbed,
                "ALTER TABLE market_raw.sales_hourly DELETE WHERE grouping = 'all' SETTINGS mutations_sync = 2");
        query(
                undisturbed,
                "ALTER TABLE market_raw.order_lines UPDATE gross = gross + 1 WHERE 1 SETTINGS mutations_sync = 2");
        String cellsOfMay = "SELECT count() FROM market.sales " + IN_MAY + " AND grouping = 'all'";

        Result compare = Command.run(
                undisturbed, "backfill", "--from", "2026-05-01", "--to", "2026-05-31", "--settle", "0", "--compare");
        assertThat(compare.exit()).as(compare.err()).isEqualTo(1);
        assertThat(compare.out())
                .containsPattern("order_parts\t\\d+\t0\t0\t0\n")
                .doesNotContain("exchanged");
        assertThat(query(undisturbed, cellsOfMay)).endsWith("\n0\n");

        Result may =
                Command.run(undisturbed, "backfill", "--from", "2026-05-01", "--to", "2026-05-31", "--settle", "0");
        assertThat(may.exit()).as(may.err()).isZero();
        assertThat(query(undisturbed, cellsOfMay)).isNotEqualTo("count()\n0\n");
        assertThat(query(undisturbed, "SELECT count() FROM market.sales WHERE grouping = 'all'"))
                .as("May and nothing else")
                .isEqualTo(query(undisturbed, cellsOfMay));

        Result all = Command.run(undisturbed, "backfill", "--all", "--source", source, "--settle", "0");
        assertThat(all.exit()).as(all.err()).isZero();
        assertThat(all.out()).contains("exchanged");
        assertThat(figures(undisturbed)).isEqualTo(expected);

        Result again = Command.run(undisturbed, "up", "--once");
        assertThat(again.exit()).as(again.err()).isZero();
        assertThat(figures(undisturbed)).isEqualTo(expected);
    }

    @Tag("long")
    @Test
    void goesOnBesideALiveLoadAndNoTotalEverFalls() throws Exception {
        var directory = new DataDirectory(folder.resolve("live"));
        Result begun = Command.run(directory, "up", "--source", "jsonl:" + beginning, "--once");
        assertThat(begun.exit()).as(begun.err()).isZero();
        up = Command.start(
                directory,
                "up",
                "--source",
                "jsonl:" + beginning,
                "--source",
                "jsonl:" + rest,
                "--once",
                "--rate",
                "20");
        var clickhouse =
                new ClickHouseHttp(ClickHouseConfig.at(up.awaitStack(directory).clickhouse()));
        awaitAtLeast(clickhouse, ORDERS, 51);
        // Another set than the one that is watched: cells that were set to 0 can only rise.
        clickhouse.rows(
                "ALTER TABLE market_raw.sales_hourly UPDATE orders = 0 WHERE grouping = 'district' SETTINGS mutations_sync = 2");
        clickhouse.rows(
                "ALTER TABLE market_raw.order_lines UPDATE gross = gross + 1 WHERE 1 SETTINGS mutations_sync = 2");
        var done = new AtomicBoolean();
        var reader = CompletableFuture.supplyAsync(() -> poll(clickhouse, done));

        Command broken = Command.start(directory, "backfill", "--all", "--settle", "2s");
        awaitShadow(clickhouse);
        broken.kill();
        Result backfill = Command.run(directory, "backfill", "--all", "--settle", "2s");
        up.mustRun();
        done.set(true);
        Result finished = up.await();

        assertThat(backfill.exit()).as(backfill.err()).isZero();
        assertThat(backfill.out())
                .containsPattern("order_lines\t\\d+\t[1-9]\\d*\t0\t0\n")
                .contains("exchanged");
        assertThat(reader.join()).isSorted().hasSizeGreaterThan(100);
        assertThat(finished.exit()).as(finished.err()).isZero();
        assertThat(figures(directory)).isEqualTo(expected);
        Result reconcile = Command.run(directory, "reconcile");
        assertThat(reconcile.exit()).as(reconcile.out()).isZero();
    }

    private static List<Long> poll(ClickHouseHttp clickhouse, AtomicBoolean done) {
        List<Long> totals = new ArrayList<>();
        try {
            while (!done.get()) {
                totals.add(Long.parseLong(clickhouse.rows(TOTAL).get(0)[0]));
                Thread.sleep(20);
            }
        } catch (SqlRefused | InterruptedException e) {
            throw new AssertionError(e);
        }
        return totals;
    }

    /** The events are there, so it has all but begun to rebuild. */
    private static void awaitShadow(ClickHouseHttp clickhouse) throws Exception {
        awaitAtLeast(
                clickhouse,
                "SELECT sum(total_rows) FROM system.tables WHERE database = 'market_shadow' AND name = 'events'",
                1);
    }

    private static void awaitAtLeast(ClickHouseHttp clickhouse, String sql, long wanted) throws Exception {
        long deadline = System.nanoTime() + SOON.toNanos();
        while (number(clickhouse, sql) < wanted) {
            assertThat(System.nanoTime()).as("by now " + sql).isLessThan(deadline);
            Thread.sleep(100);
        }
    }

    /** 0 while there is no such table yet. */
    private static long number(ClickHouseHttp clickhouse, String sql) {
        try {
            String number = clickhouse.rows(sql).get(0)[0];
            return number.equals("\\N") ? 0 : Long.parseLong(number);
        } catch (SqlRefused notYet) {
            return 0;
        }
    }

    private static List<String> figures(DataDirectory directory) throws Exception {
        List<String> figures = new ArrayList<>();
        for (String view : FIGURES) {
            figures.add(query(directory, "SELECT * FROM market." + view + " ORDER BY ALL"));
        }
        return figures;
    }

    private static String query(DataDirectory directory, String sql) throws Exception {
        Result query = Command.run(directory, "query", sql);
        assertThat(query.exit()).as(query.err()).isZero();
        return query.out();
    }
}
