package vn.nhipcho.local.failures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.flink.configuration.MemorySize;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhipcho.local.SimulatedSeason;
import vn.nhipcho.local.flink.LocalFlinkSettings;

/** ClickHouse gone for long while orders keep coming: memory stays bounded, and afterwards every figure is right. */
@Tag("failures")
class OutageIT {
    private static final Duration OUTAGE = Duration.parse(System.getProperty("failures.outage", "PT10M"));
    private static final int RATE = Integer.getInteger("failures.outage-rate", 250);
    private static final Duration BEFORE = Duration.ofSeconds(60);
    private static final Duration AFTER = Duration.ofSeconds(60);
    private static final Duration BETWEEN_SAMPLES = OUTAGE.dividedBy(20);
    private static final Duration CATCH_UP = Duration.ofMinutes(5);
    private static final long SEED = 1;

    /**
     * What is under way when the tasks stop, and no more may be held however long they stand: the network's buffers, one
     * writer's buffer that is full, and what the consumers have fetched: 1 MiB a partition, four of three topics in two jobs,
     * once being read and once more under way.
     */
    private static final long MAY_GROW = LocalFlinkSettings.NETWORK_MEMORY.getBytes()
            + MemorySize.parse(LocalFlinkSettings.JOB_DEFAULTS.get("clickhouse-buffer"))
                    .getBytes()
            + 2 * (1L << 20) * 4 * 3 * 2;

    @TempDir
    Path folder;

    @Test
    void memoryStaysBoundedWhileClickHouseIsGoneAndAllFiguresAreRightAfterwards() throws Exception {
        Path season = season();
        var log = new ArrayList<String>();
        try (var stage = new Stage(folder.resolve("stack"), RATE, SEED, "--source", "jsonl:" + season)) {
            stage.start();
            Thread.sleep(BEFORE.toMillis());
            var process = ProcessMemory.of(stage.pid());
            ProcessMemory.Sample before = process.afterGc();
            log.add("before     " + before);

            stage.killClickHouse();
            Instant gone = Instant.now();
            List<ProcessMemory.Sample> during = new ArrayList<>();
            while (Duration.between(gone, Instant.now()).compareTo(OUTAGE) < 0) {
                Thread.sleep(BETWEEN_SAMPLES.toMillis());
                during.add(process.afterGc());
                log.add("%4d s gone %s"
                        .formatted(Duration.between(gone, Instant.now()).toSeconds(), last(during)));
            }
            stage.startClickHouse();

            Instant back = Instant.now();
            long toGo = stage.lag();
            log.add("back: %,d records to go".formatted(toGo));
            Duration caughtUp = awaitCaughtUp(stage, back);
            log.add("caught up after %d s, %,d records to go at %d records a second"
                    .formatted(caughtUp.toSeconds(), stage.lag(), RATE));
            log.add("after      " + process.afterGc());
            process.close();

            long mostHeap =
                    during.stream().mapToLong(ProcessMemory.Sample::heap).max().getAsLong();
            long bound = before.heap() + MAY_GROW;
            log.add(String.format(
                    Locale.ROOT, "heap after GC at most %,d MiB, bound %,d MiB", mostHeap >> 20, bound >> 20));
            assertThat(toGo).as("records that came while it was gone").isGreaterThan(RATE * OUTAGE.toSeconds() / 2);
            assertThat(during).allSatisfy(sample -> assertThat(sample.heap()).isLessThan(bound));

            stage.awaitAllQueryable();
            assertThat(stage.lag()).isZero();
            OracleCheck.of(season, SEED).holdsFor(stage);
            assertThat(stage.surprises()).as("ends of up while it ran").isEmpty();
            log.add("every figure right");
        } finally {
            log.forEach(line -> System.out.println("[outage] " + line));
            Files.write(Path.of("target/outage.log"), log);
        }
    }

    /** As many events as stream before, throughout and after. */
    private Path season() throws IOException {
        Path season = folder.resolve("season.jsonl");
        SimulatedSeason.write(season, 12, 12000, 1000);
        long needed = RATE * BEFORE.plus(OUTAGE).plus(AFTER).toSeconds();
        Path head = folder.resolve("head.jsonl");
        try (var lines = Files.lines(season)) {
            Files.write(head, (Iterable<String>) lines.limit(needed)::iterator);
        }
        try (var lines = Files.lines(head)) {
            assertThat(lines.count()).as("events of the season").isEqualTo(needed);
        }
        return head;
    }

    private static Duration awaitCaughtUp(Stage stage, Instant since) throws Exception {
        while (stage.lag() > RATE * 5L) {
            Duration so = Duration.between(since, Instant.now());
            assertThat(so)
                    .as("time to catch up, %,d records to go", stage.lag())
                    .isLessThan(CATCH_UP);
            Thread.sleep(500);
        }
        return Duration.between(since, Instant.now());
    }

    private static <T> T last(List<T> all) {
        return all.get(all.size() - 1);
    }
}
