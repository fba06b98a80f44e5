package vn.nhipcho.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportRunTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final int EVENTS = 120_000;
    private static final String LINE = "{\"topic\":\"accounts\",\"event\":{\"event_id\":\"%d\",\"seller_id\":\"s\","
            + "\"kind\":\"ACTIVITY\",\"occurred_at\":%d}}\n";

    @TempDir
    Path folder;

    private String spec;
    private final Recorded kafka = new Recorded();
    private final List<RejectedLine> told = new ArrayList<>();

    @BeforeEach
    void aSourceWithOneBadLine() throws Exception {
        var text = new StringBuilder("not json\n");
        for (int i = 0; i < EVENTS; i++) {
            text.append(LINE.formatted(i, i));
        }
        spec = "jsonl:" + Files.writeString(folder.resolve("source.jsonl"), text);
    }

    @Test
    void sendsAllOnceAndSaysWhatItWas() throws Exception {
        var summary = run();

        assertThat(summary).isEqualTo(new ImportSummary(0, EVENTS, 0, 1, 0, false, Duration.ZERO));
        assertThat(kafka.acknowledged).hasSize(EVENTS + 1);
        assertThat(told).hasSize(1);
    }

    @Test
    void aFinishedImportIsNotRepeatedUntilItsFileChanges() throws Exception {
        run();
        assertThat(run()).isEqualTo(new ImportSummary(0, 0, 0, 0, EVENTS + 1, true, Duration.ZERO));
        assertThat(kafka.acknowledged).hasSize(EVENTS + 1);

        Files.writeString(folder.resolve("source.jsonl"), LINE.formatted(0, 0));
        assertThat(run().accounts()).isEqualTo(1);
    }

    @Test
    void anImportThatEndedEarlyGoesOnWithWhatCameSince() throws Exception {
        var events = Collected.from(importer()).events.subList(0, 5);

        run(new Listed(events.subList(0, 3), true));
        run(new Listed(events, false));

        assertThat(kafka.acknowledged)
                .isEqualTo(events.stream().map(ImportedEvent::event).toList());
    }

    @Test
    void goesOnWhereItWasCutOff() throws Exception {
        kafka.failAfter = 70_000;
        assertThatThrownBy(this::run).hasMessage("cut off");

        kafka.failAfter = Integer.MAX_VALUE;
        var summary = run();

        assertThat(summary.accounts()).isEqualTo(EVENTS);
        assertThat(summary.skipped()).isGreaterThanOrEqualTo(50_000);
        assertThat(kafka.acknowledged.stream().distinct().toList()).hasSize(EVENTS + 1);
        assertThat(told).hasSize(1);
    }

    @Test
    void remembersWhenASourceWasFirstStarted() {
        assertThat(progress(NOW).firstStartedAt()).isEqualTo(NOW);
        assertThat(progress(NOW.plusSeconds(60)).firstStartedAt()).isEqualTo(NOW);
        assertThat(ImportProgress.open(folder.resolve("imports"), spec, "another cluster", () -> NOW.plusSeconds(60))
                        .firstStartedAt())
                .isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void keepsToItsRate() throws Exception {
        Files.writeString(folder.resolve("source.jsonl"), LINE.formatted(1, 1).repeat(100));
        long started = System.nanoTime();

        new ImportRun(kafka, progress(NOW), listener(), 1_000, InstantSource.fixed(NOW)).run(importer());

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isGreaterThan(Duration.ofMillis(90));
    }

    private ImportSummary run() throws Exception {
        return run(importer());
    }

    private ImportSummary run(Importer importer) throws Exception {
        return new ImportRun(kafka, progress(NOW), listener(), 0, InstantSource.fixed(NOW)).run(importer);
    }

    private Importer importer() throws Exception {
        return Collected.open(spec, ZoneOffset.UTC);
    }

    private ImportProgress progress(Instant now) {
        return ImportProgress.open(folder.resolve("imports"), spec, "cluster", InstantSource.fixed(now));
    }

    private ImportListener listener() {
        return new ImportListener() {
            @Override
            public void rejected(RejectedLine line) {
                told.add(line);
            }

            @Override
            public void progress(long events) {}
        };
    }

    /** Acknowledges at a flush, as Kafka does; what was not flushed is lost when the process ends. */
    private static final class Recorded implements EventPublisher {
        final List<Object> acknowledged = new ArrayList<>();
        private final List<Object> pending = new ArrayList<>();
        int failAfter = Integer.MAX_VALUE;

        @Override
        public void publish(ImportedEvent event) {
            add(event.event());
        }

        @Override
        public void publish(RejectedLine line) {
            add(line.line());
        }

        @Override
        public void flush() {
            acknowledged.addAll(pending);
            pending.clear();
        }

        @Override
        public void close() {}

        private void add(Object sent) {
            if (acknowledged.size() + pending.size() == failAfter) {
                pending.clear();
                throw new IllegalStateException("cut off");
            }
            pending.add(sent);
        }
    }

    private record Listed(List<ImportedEvent> events, boolean endsEarly) implements Importer {
        @Override
        public void run(ImportSink sink) throws InterruptedException {
            for (ImportedEvent event : events) {
                sink.accept(event);
            }
        }

        @Override
        public String identity() {
            return "listed";
        }

        @Override
        public OptionalLong estimatedEvents() {
            return OptionalLong.empty();
        }

        @Override
        public boolean timeOrdered() {
            return true;
        }
    }
}
