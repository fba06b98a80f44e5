package vn.nhipcho.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A job that writes row {@code i} with version {@code i + 1} over {@value NumberedRows#KEYS} keys, so that the highest
 * visible version tells how far ClickHouse has come.
 */
class ClickHouseSinkIT {
    private static final int ROWS = 2_000;

    private static Engine engine;

    @TempDir
    private Path checkpoints;

    @BeforeAll
    static void start(@TempDir Path dataDir) throws Exception {
        engine = Engine.start(dataDir);
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @BeforeEach
    void fromEmpty() throws Exception {
        engine.startAfresh();
        Migrations.apply(engine.config(), Engine.PARAMETERS);
        NumberedRows.reset();
    }

    @Test
    void showsCompletedCheckpointsAndNothingElseAlsoWhenTheJobFails() throws Exception {
        NumberedRows.failAfterCheckpoints(3);

        JobClient job = submit(null, ROWS);
        var seen = new TreeSet<Long>();
        CompletableFuture<JobExecutionResult> end = job.getJobExecutionResult();
        while (!end.isDone()) {
            long version = Long.parseLong(engine.one("SELECT max(version) FROM market_raw.sales_hourly"));
            assertThat(engine.one("SELECT sum(orders) FROM market.sales"))
                    .as("rows visible at version " + version + " or a later one")
                    .satisfies(sum -> assertThat(Long.parseLong(sum)).isGreaterThanOrEqualTo(sumUpTo(version)));
            seen.add(version);
            Thread.sleep(20);
        }

        end.get();
        assertThat(NumberedRows.attempts()).as("the job failed once").isEqualTo(2);
        assertThat(seen).hasSizeGreaterThan(3);
        assertThat(NumberedRows.positionsOfCheckpoints()).containsAll(seen.headSet((long) ROWS));
        assertThat(engine.one("SELECT count() FROM market_raw.sales_hourly WHERE shipping = 1 AND version > "
                        + NumberedRows.restoredPosition()))
                .as("rows of the future that did not happen")
                .isEqualTo("0");
        assertThatAllRowsAreThere(ROWS);
    }

    @Test
    void losesNothingAndGoesOnWhenClickHouseIsKilled() throws Exception {
        JobClient job = submit(null, ROWS);
        awaitVersion(ROWS / 10);

        engine.kill();
        Thread.sleep(1_500);
        assertThat(job.getJobStatus().get().isTerminalState()).isFalse();
        engine.startAgain();
        job.getJobExecutionResult().get(2, TimeUnit.MINUTES);

        assertThat(NumberedRows.attempts()).as("no restart").isEqualTo(1);
        assertThatAllRowsAreThere(ROWS);
    }

    @Test
    void refusesAClickHouseThatIsOlderThanTheSavepoint() throws Exception {
        JobClient job = submit(null, 1_000_000);
        awaitVersion(100);
        String savepoint = job.stopWithSavepoint(false, checkpoints.toString(), SavepointFormatType.CANONICAL)
                .get(1, TimeUnit.MINUTES);
        awaitVersion(NumberedRows.restoredPosition());
        engine.execute("ALTER TABLE market_raw.sales_hourly DELETE WHERE version > 50 SETTINGS mutations_sync = 2");

        JobClient older = submit(savepoint, 1_000_000);

        assertThatThrownBy(() -> older.getJobExecutionResult().get(1, TimeUnit.MINUTES))
                .rootCause()
                .hasMessageContaining("ClickHouse holds less than the savepoint knows")
                .hasMessageContaining("deploy/RUNBOOK.md#clickhouse-older-than-savepoint");
    }

    @Test
    void goesOnFromASavepoint() throws Exception {
        JobClient job = submit(null, ROWS);
        awaitVersion(100);
        String savepoint = job.stopWithSavepoint(false, checkpoints.toString(), SavepointFormatType.CANONICAL)
                .get(1, TimeUnit.MINUTES);

        submit(savepoint, ROWS).getJobExecutionResult().get(2, TimeUnit.MINUTES);

        assertThatAllRowsAreThere(ROWS);
    }

    private JobClient submit(String savepoint, int rows) throws Exception {
        Configuration settings = new Configuration();
        settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(100));
        settings.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpoints.toUri().toString());
        settings.set(CheckpointingOptions.TOLERABLE_FAILURE_NUMBER, 1_000);
        settings.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 1);
        settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(10));
        if (savepoint != null) {
            settings.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint);
        }
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.createLocalEnvironment(1, settings);
        environment
                .fromSequence(0, rows - 1)
                .uid("numbers")
                .map(new NumberedRows())
                .uid("rows")
                .sinkTo(new ClickHouseSink<>(engine.config(), Tables.SALES_HOURLY))
                .uid("table");
        return environment.executeAsync();
    }

    private static void awaitVersion(long version) throws Exception {
        while (Long.parseLong(engine.one("SELECT max(version) FROM market_raw.sales_hourly")) < version) {
            Thread.sleep(20);
        }
    }

    private static void assertThatAllRowsAreThere(int rows) throws Exception {
        assertThat(engine.one("SELECT count(), sum(orders) FROM market.sales"))
                .isEqualTo(NumberedRows.KEYS + "|" + sumUpTo(rows));
    }

    /** The sum of the last number of each key, when rows 0 to {@code rows - 1} have been written. */
    private static long sumUpTo(long rows) {
        long sum = 0;
        for (long row = Math.max(0, rows - NumberedRows.KEYS); row < rows; row++) {
            sum += row;
        }
        return sum;
    }
}
