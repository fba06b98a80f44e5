package vn.nhipcho.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhipcho.clickhouse.ReferenceTables;

/**
 * Writes what {@link ReleaseUpgradeIT} upgrades from, with the jobs as they are: run once a release, see docs/evolution.md.
 * No test of the build, as its name says.
 */
class WriteRelease {
    private static final Duration OFTEN = Duration.ofSeconds(1);
    private static final Duration NEVER = Duration.ofDays(1);
    /** So late that the clocks of the platforms are held: the savepoint has clocks of both kinds, and no alert is sent. */
    private static final Duration BEHIND = Duration.ofSeconds(6);

    private static final int PARALLELISM = 2;

    @Test
    void asTheJobsAreNow(@TempDir Path dir) throws Exception {
        String version = System.getProperty("release");
        assertThat(version).as("the release's number, as -Drelease=0.2.0").matches("\\d+\\.\\d+\\.\\d+");
        try (Stage stage = Stage.start(dir)) {
            stage.migrate();
            ReferenceTables.load(stage.clickHouse());
            stage.send(Release.events("before"));
            stage.startJobs(Map.of(), PARALLELISM, OFTEN);
            stage.awaitAllRead();
            Map<String, Path> earlier = stage.stopJobs();
            Map<String, String> rows = rows(stage.database());
            List<String> alerts = stage.database().holds("alerts", "1");

            // No checkpoint but the savepoint: the tables above lack all that it has in flight.
            stage.send(Release.events("between"));
            Thread.sleep(BEHIND.toMillis());
            stage.startJobs(earlier, PARALLELISM, NEVER);
            Thread.sleep(Duration.ofSeconds(20).toMillis());
            Map<String, Path> savepoints = stage.stopJobs();
            assertThat(stage.bothHaveReadAll())
                    .as("20 seconds were not enough for this machine")
                    .isTrue();
            assertThat(stage.database().holds("alerts", "1"))
                    .as("a transaction of Kafka in flight can be committed by the broker alone that knows it")
                    .isEqualTo(alerts);

            Release.named(version).write(stage.database().schema(), rows, savepoints);
        }
    }

    /** Of every table; those that no job writes get a few rows of chance, so that a migration has something to keep. */
    private static Map<String, String> rows(Database database) {
        var rows = new LinkedHashMap<String, String>();
        for (String table : database.tables()) {
            if (database.query("SELECT count() FROM market_raw." + table).equals(List.of("0"))) {
                String columns = String.join(
                        ", ",
                        database.query("SELECT name || ' ' || replaceAll(type, '\\'', '\\\\\\'') FROM system.columns"
                                + " WHERE database = 'market_raw' AND table = '" + table + "' ORDER BY position"
                                + " FORMAT TSVRaw"));
                database.execute("INSERT INTO market_raw." + table + " SELECT * FROM generateRandom('" + columns
                        + "', 1, 8, 2) LIMIT 3");
            }
            rows.put(table, database.rows(table));
        }
        return rows;
    }
}
