package vn.nhipcho.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.nhipcho.embedded.clickhouse.EmbeddedClickHouse;
import vn.nhipcho.embedded.clickhouse.ServerOptions;
import vn.nhipcho.embedded.kafka.EmbeddedKafka;
import vn.nhipcho.embedded.process.ChildJvm;
import vn.nhipcho.local.Command.Result;
import vn.nhipcho.local.data.DataDirectory;
import vn.nhipcho.local.data.RunningStack;

/** An {@code up} that ends in the middle, by kill -9 or in order, leaves what the next one makes whole. */
class KillIT {
    private static final List<String> FIGURES = List.of("sales", "successes", "order_lines", "order_parts");
    private static final Duration SOON = Duration.ofSeconds(90);

    @TempDir
    static Path folder;

    private static String source;
    private static List<String> expected;

    @BeforeAll
    static void runASmallSeasonThroughUndisturbed() throws Exception {
        Path season = folder.resolve("season.jsonl");
        var scratch = new DataDirectory(folder.resolve("scratch"));
        SimulatedSeason.write(season, 3, 500, 40);
        source = "jsonl:" + season;
        Result up = Command.run(scratch, "up", "--source", source, "--once");
        assertThat(up.exit()).as(up.err()).isZero();
        expected = figures(scratch);
    }

    @Test
    void endsWithTheSameFiguresAfterKillsAndLeavesNoEngineBehind() throws Exception {
        var directory = new DataDirectory(folder.resolve("killed"));

        Command first = Command.start(directory, "up", "--source", source, "--once", "--rate", "200");
        RunningStack stack = first.awaitStack(directory);
        awaitTrue("some orders can be queried", () -> ordersIn(directory) > 0);
        first.kill();
        awaitTrue("the engines have ended", () -> stack.engines().stream()
                .noneMatch(pid -> ProcessHandle.of(pid).isPresent()));

        // At once and early: before the job runs, or while it is being restored.
        Command second = Command.start(directory, "up", "--source", source, "--once", "--rate", "200");
        second.awaitStack(directory);
        second.kill();

        Result third = Command.run(directory, "up", "--source", source, "--once");

        assertThat(third.exit()).as(third.err()).isZero();
        assertThat(third.out())
                .contains(
                        "The job sales goes on from sales/checkpoints/",
                        "The job sellers goes on from sellers/checkpoints/");
        assertThat(figures(directory)).isEqualTo(expected);
        Result reconcile = Command.run(directory, "reconcile");
        assertThat(reconcile.exit()).as(reconcile.out()).isZero();
    }

    @Tag("long")
    @Test
    void stopsInOrderWhenAskedAndGoesOnLater() throws Exception {
        var directory = new DataDirectory(folder.resolve("stopped"));

        Command first = Command.start(directory, "up", "--source", source, "--rate", "200");
        first.awaitStack(directory);
        awaitTrue("some orders can be queried", () -> ordersIn(directory) > 0);
        Result other = Command.run(directory, "up");
        first.terminate();
        Result stopped = first.await();

        assertThat(other.exit()).isEqualTo(2);
        assertThat(other.err()).contains(directory.root() + " is in use by nhip-cho up, process ");
        assertThat(stopped.exit()).as(stopped.err()).isZero();
        assertThat(stopped.out()).contains("Stopping: ").containsPattern("events in +[1-9]");
        assertThat(directory.runningStack()).isEmpty();

        Result rest = Command.run(directory, "up", "--once");

        assertThat(rest.exit()).as(rest.err()).isZero();
        assertThat(rest.out())
                .contains(
                        "The job sales goes on from sales/savepoints/savepoint-",
                        "The job sellers goes on from sellers/savepoints/savepoint-");
        assertThat(figures(directory)).isEqualTo(expected);
    }

    @Tag("long")
    @ParameterizedTest
    @CsvSource({"ClickHouse, clickhouse/clickhouse.log", "Kafka, kafka/kafka.log"})
    void endsAtOnceWhenAnEngineDiesAndGoesOnLater(String engine, String log) throws Exception {
        var directory = new DataDirectory(folder.resolve("without " + engine));
        Command first = Command.start(directory, "up", "--source", source, "--rate", "200");
        RunningStack stack = first.awaitStack(directory);
        awaitTrue("some orders can be queried", () -> ordersIn(directory) > 0);

        process(stack, engine).destroyForcibly();
        long killed = System.nanoTime();
        Result died = first.await();

        assertThat(died.exit()).isEqualTo(3);
        assertThat(died.err().lines().reduce("", (before, line) -> line))
                .endsWith("nhip-cho: " + engine + " ended by itself with exit code 137; its log is "
                        + directory.root().resolve(log));
        assertThat(Duration.ofNanos(System.nanoTime() - killed)).isLessThan(Duration.ofSeconds(30));
        assertThat(stack.engines()).noneMatch(pid -> ProcessHandle.of(pid).isPresent());
        assertThat(directory.runningStack()).isEmpty();

        Result rest = Command.run(directory, "up", "--once");

        assertThat(rest.exit()).as(rest.err()).isZero();
        assertThat(rest.out())
                .contains(
                        "The job sales goes on from sales/checkpoints/",
                        "The job sellers goes on from sellers/checkpoints/");
        assertThat(figures(directory)).isEqualTo(expected);
    }

    @Tag("long")
    @Test
    void waitsForWhatRunsElsewhereAndGoesOnWhenItIsBack() throws Exception {
        var directory = new DataDirectory(folder.resolve("elsewhere"));
        var options = ServerOptions.at(folder.resolve("their-clickhouse"));
        Path broker = folder.resolve("their-kafka");
        var clickhouse = EmbeddedClickHouse.start(options);
        var kafka = EmbeddedKafka.start(broker, 0);
        try {
            String url = clickhouse.url();
            int kafkaPort = Integer.parseInt(kafka.bootstrapServers().split(":")[1]);
            Command up = Command.start(
                    directory,
                    "up",
                    "--source",
                    source,
                    "--once",
                    "--rate",
                    "150",
                    "--clickhouse",
                    url,
                    "--kafka",
                    kafka.bootstrapServers());
            up.awaitStack(directory);
            awaitTrue("some orders can be queried", () -> ordersIn(directory, "--clickhouse", url) > 0);

            kill(clickhouse.pid());
            awaitTrue("it says what it waits for", () -> up.err().contains("No ClickHouse answers at " + url));
            clickhouse = EmbeddedClickHouse.start(options.withPort(clickhouse.httpPort()));
            kill(kafka.pid());
            awaitTrue("it says what it waits for", () -> up.err().contains("Kafka does not tell how far"));
            kafka = EmbeddedKafka.start(broker, kafkaPort);
            Result result = up.await();

            assertThat(result.exit()).as(result.err()).isZero();
            assertThat(result.err()).containsPattern("waiting since \\d\\d:\\d\\d:\\d\\d UTC: No ClickHouse answers");
            assertThat(figures(directory, "--clickhouse", url)).isEqualTo(expected);
        } finally {
            clickhouse.close();
            kafka.close();
        }
    }

    private static ProcessHandle process(RunningStack stack, String engine) {
        return stack.engines().stream()
                .flatMap(pid -> ProcessHandle.of(pid).stream())
                .filter(process -> process.info().commandLine().orElse("").contains(ChildJvm.MARK + "=" + engine))
                .findFirst()
                .orElseThrow();
    }

    private static void kill(long pid) {
        ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
    }

    private static List<String> figures(DataDirectory directory, String... where) throws Exception {
        return FIGURES.stream()
                .map(view -> query(directory, "SELECT * FROM market." + view + " ORDER BY ALL", where))
                .toList();
    }

    private static long ordersIn(DataDirectory directory, String... where) {
        return Long.parseLong(query(directory, "SELECT count() FROM market.order_parts FORMAT TSV", where)
                .strip());
    }

    private static String query(DataDirectory directory, String sql, String... where) {
        try {
            List<String> words = new ArrayList<>(List.of("query", sql));
            words.addAll(List.of(where));
            Result query = Command.run(directory, words.toArray(String[]::new));
            assertThat(query.exit()).as(query.err()).isZero();
            return query.out();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void awaitTrue(String what, BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + SOON.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("by now " + what).isLessThan(deadline);
            Thread.sleep(200);
        }
    }
}
