package vn.nhipcho.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Both jobs go on from the savepoints and tables that a release left behind, with other parallelism, and end with the very
 * rows that they have when they read everything themselves.
 */
@Timeout(300)
class ReleaseUpgradeIT {
    private static final Duration OFTEN = Duration.ofSeconds(1);
    private static final String LIVE = "1";
    /** By the wall clock; and whether a late event withdraws an alert or never raises it depends on when it comes. */
    private static final String LASTING = "rule != 'feed_silent' AND state != 'WITHDRAWN'";

    private static Map<String, List<String>> uninterrupted;

    static List<Release> releases() {
        return Release.all();
    }

    @BeforeAll
    static void readEverythingInOneRun(@TempDir Path dir) throws Exception {
        try (Stage stage = Stage.start(dir)) {
            stage.migrate();
            for (String part : List.of("before", "between", "after")) {
                stage.send(Release.events(part));
            }
            stage.startJobs(Map.of(), 2, OFTEN);
            stage.awaitAllRead();
            stage.stopJobs();
            uninterrupted = figures(stage.database());
        }
        assertThat(uninterrupted)
                .allSatisfy((name, rows) -> assertThat(rows).as(name).isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("releases")
    void bothJobsGoOnFromWhatTheReleaseLeftBehind(Release release, @TempDir Path dir) throws Exception {
        try (Stage stage = Stage.start(dir)) {
            Map<String, Path> savepoints = stage.takeOver(release);

            stage.startJobs(savepoints, 3, OFTEN);
            stage.send(Release.events("after"));
            stage.awaitAllRead();
            stage.stopJobs();

            assertThat(figures(stage.database()))
                    .allSatisfy((name, rows) ->
                            assertThat(rows).as(name).containsExactlyElementsOf(uninterrupted.get(name)));
        }
    }

    private static Map<String, List<String>> figures(Database database) {
        var figures = new TreeMap<String, List<String>>();
        for (String table : List.of(
                "sales_hourly",
                "successes_hourly",
                "order_lines",
                "order_parts",
                "order_events",
                "account_events",
                "listing_events",
                "sellers",
                "seller_stages",
                "seller_days",
                "listings",
                "seller_shops")) {
            figures.put(table, database.holds(table, LIVE));
        }
        figures.put("alerts", database.holds("alerts", LASTING));
        figures.put(
                "ledger",
                database.query("SELECT job, topic, partition, sum(consumed), sum(applied), sum(duplicate),"
                        + " sum(superseded), sum(dead), min(first_offset), max(last_offset), sum(gaps) FROM market.ledger"
                        + " GROUP BY ALL ORDER BY ALL"));
        figures.put(
                "dead letters",
                database.query("SELECT reason, topic, partition, offset FROM market.dead_letters WHERE topic LIKE"
                        + " 'market.%' ORDER BY ALL"));
        return figures;
    }
}
