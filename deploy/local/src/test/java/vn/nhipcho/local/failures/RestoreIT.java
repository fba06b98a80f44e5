package vn.nhipcho.local.failures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.flink.util.FileUtils;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhipcho.embedded.clickhouse.EmbeddedClickHouse;
import vn.nhipcho.embedded.kafka.EmbeddedKafka;
import vn.nhipcho.embedded.registry.EmbeddedRegistry;
import vn.nhipcho.local.NhipChoProcess;
import vn.nhipcho.local.SimulatedSeason;

/** Backup and restore as the runbook has them, with its own statements; the season goes on after the backup. */
@Tag("long")
class RestoreIT {
    private static final Path DEPLOY = Path.of("").toAbsolutePath().getParent();
    /** A folder: the embedded engine was built without what writes zip files. */
    private static final String ARCHIVE = "clickhouse";

    @TempDir
    static Path folder;

    @Test
    void everyFigureComesBackFromAPairAndASavepointOverOlderTablesIsRefused() throws Exception {
        Path season = folder.resolve("season.jsonl");
        List<Path> parts = parts(season);
        try (var undisturbed = new Place(folder.resolve("undisturbed"));
                var place = new Place(folder.resolve("place"))) {
            undisturbed.runs("--source", "jsonl:" + season);

            place.runs("--source", "jsonl:" + parts.get(0));
            Path pair = folder.resolve("savepoints");
            FileUtils.copy(flinkPath(place.flink()), flinkPath(pair), false);
            place.held().rows(backup());
            place.runs("--source", "jsonl:" + parts.get(1));

            place.wipeAndRestoreTables();
            NhipChoProcess.Result refused = place.up("--source", "jsonl:" + parts.get(2));
            assertThat(refused.exitCode()).isEqualTo(3);
            assertThat(refused.err())
                    .contains("ClickHouse holds less than the savepoint knows")
                    .contains("deploy/RUNBOOK.md#clickhouse-older-than-savepoint");

            place.wipeAndRestoreTables();
            FileUtils.deleteDirectory(place.flink().toFile());
            FileUtils.copy(flinkPath(pair), flinkPath(place.flink()), false);
            String told = place.runs("--source", "jsonl:" + parts.get(2));
            assertThat(told).contains("The job sales goes on from ").contains("The job sellers goes on from ");

            assertThatAllIsAsIfNothingHadHappened(place.held(), undisturbed.held(), Oracle.read(season));
            var reconcile = NhipChoProcess.run("reconcile", "--clickhouse", place.clickhouse.url());
            assertThat(reconcile.exitCode()).as(reconcile.out()).isZero();
        }
    }

    private static void assertThatAllIsAsIfNothingHadHappened(Held held, Held undisturbed, Oracle oracle)
            throws IOException, InterruptedException {
        Map<String, TreeSet<String>> expected = new HashMap<>(Map.of(
                Held.ORDER_LINES, oracle.orderLines(), Held.SALES, oracle.sales(), Held.SUCCESSES, oracle.successes()));
        expected.putAll(new SellerOracle(oracle).rows());
        for (String sql : Held.OF_SELLERS) {
            expected.put(sql, undisturbed.rows(sql));
        }
        for (var figures : expected.entrySet()) {
            assertThat(figures.getValue()).as(figures.getKey()).isNotEmpty();
            OracleCheck.assertSame(figures.getKey(), 0, held.rows(figures.getKey()), figures.getValue());
        }
    }

    /** Half of the season before the backup, most of the rest after it, and a little that is new after the restore. */
    private static List<Path> parts(Path season) throws IOException {
        SimulatedSeason.write(season, 3, 300, 30);
        List<String> lines = Files.readAllLines(season);
        int half = lines.size() / 2;
        int most = lines.size() * 9 / 10;
        List<Path> parts = new ArrayList<>();
        for (List<String> part :
                List.of(lines.subList(0, half), lines.subList(half, most), lines.subList(most, lines.size()))) {
            parts.add(Files.write(folder.resolve("part-" + parts.size() + ".jsonl"), part));
        }
        return parts;
    }

    /** That of {@code deploy/compose/backup}. */
    private static String backup() throws IOException {
        return statement(DEPLOY.resolve("compose/backup"), "BACKUP DATABASE [^\"]+File\\('[^']+'\\)");
    }

    private static String restore() throws IOException {
        return statement(DEPLOY.resolve("RUNBOOK.md"), "RESTORE DATABASE [^`]+File\\('[^']+'\\)");
    }

    /** Its archive is where the embedded engine may write. */
    private static String statement(Path file, String pattern) throws IOException {
        var found = Pattern.compile(pattern).matcher(Files.readString(file));
        assertThat(found.find()).as("%s in %s", pattern, file).isTrue();
        return found.group().replaceFirst("File\\('[^']+'\\)", "File('" + ARCHIVE + "')");
    }

    private static org.apache.flink.core.fs.Path flinkPath(Path path) {
        return new org.apache.flink.core.fs.Path(path.toUri());
    }

    /** Engines that outlive {@code up}. */
    private static final class Place implements AutoCloseable {
        private final Path data;
        private final EmbeddedKafka kafka;
        private final EmbeddedRegistry registry;
        private final EmbeddedClickHouse clickhouse;

        Place(Path root) throws IOException {
            this.data = root.resolve("data");
            this.kafka = EmbeddedKafka.start(root.resolve("kafka"), 0);
            this.registry = EmbeddedRegistry.start(root.resolve("registry"), 0);
            this.clickhouse = EmbeddedClickHouse.start(root.resolve("clickhouse"));
        }

        Path flink() {
            return data.resolve("flink");
        }

        Held held() {
            return new Held(clickhouse.url());
        }

        String runs(String... arguments) {
            NhipChoProcess.Result result = up(arguments);
            assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
            return result.out();
        }

        NhipChoProcess.Result up(String... arguments) {
            return NhipChoProcess.up(
                            data,
                            Stream.concat(
                                            Stream.of(
                                                    "--once",
                                                    "--kafka",
                                                    kafka.bootstrapServers(),
                                                    "--registry",
                                                    registry.url(),
                                                    "--clickhouse",
                                                    clickhouse.url()),
                                            Stream.of(arguments))
                                    .toArray(String[]::new))
                    .await();
        }

        void wipeAndRestoreTables() throws IOException, InterruptedException {
            for (String statement : List.of("DROP DATABASE market SYNC", "DROP DATABASE market_raw SYNC", restore())) {
                held().rows(statement);
            }
        }

        @Override
        public void close() {
            try {
                clickhouse.close();
                registry.close();
                kafka.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
