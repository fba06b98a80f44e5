package vn.nhipcho.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhipcho.simulation.JsonLines;
import vn.nhipcho.simulation.SeasonSimulation;
import vn.nhipcho.simulation.SimulationConfig;
import vn.nhipcho.simulation.TimedEvent;

class SimulationImporterTest {
    private static final Instant END = Instant.parse("2026-11-24T11:00:00Z");
    private static final SimulationConfig CONFIG =
            SimulationConfig.upTo(END).withMonths(6).withSellers(1_000, 20);

    @Test
    void endsAtTheAnchorWhenAskedForOnce() throws Exception {
        var taken = new Taken();
        var importer = importer(true);
        importer.run(taken);

        assertThat(taken.events).isNotEmpty().allSatisfy(event -> assertThat(event.occurredAt())
                .isBeforeOrEqualTo(END));
        assertThat((double) importer.estimatedEvents().orElseThrow())
                .isBetween(taken.events.size() * 0.5, taken.events.size() * 2.0);
    }

    @Test
    void waitsForTheTimeOfWhatHasNotHappenedYet() throws Exception {
        var past = new Taken();
        importer(true).run(past);
        var taken = new Taken();
        // The clock stands at the anchor, so the first wait is where the past ends; interrupted, it does not wait.
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> importer(false).run(taken)).isInstanceOf(InterruptedException.class);
        assertThat(taken.events).isEqualTo(past.events);
    }

    @Test
    void survivesTheWayThroughJsonLines(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("season.jsonl");
        List<TimedEvent> written = new ArrayList<>();
        new SeasonSimulation(CONFIG).eventsUntilEnd().forEachRemaining(written::add);
        try (var lines = new JsonLines(Files.newOutputStream(file))) {
            for (TimedEvent event : written) {
                lines.write(event);
            }
        }
        var read = new Taken();
        SourceSpec.parse("jsonl:" + file)
                .open(new ImportContext(ZoneOffset.UTC, 1, END))
                .run(read);

        assertThat(read.events)
                .extracting(ImportedEvent::event)
                .isEqualTo(written.stream().map(TimedEvent::event).toList());
        assertThat(read.events)
                .extracting(ImportedEvent::key)
                .isEqualTo(written.stream().map(TimedEvent::key).toList());
    }

    @Test
    void isTheSourceNamedSimulation() throws Exception {
        var importer = SourceSpec.parse("simulation").open(new ImportContext(ZoneOffset.UTC, 3, END, true));
        assertThat(importer.timeOrdered()).isTrue();
        assertThat(importer.identity()).contains("seed=3", "end=2026-11-24T11:00:00Z");
    }

    @Test
    void isTheSameSourceWhetherItEndsAtItsAnchorOrGoesOn() {
        assertThat(importer(true).identity()).isEqualTo(importer(false).identity());
        assertThat(importer(true).endsEarly()).isTrue();
        assertThat(importer(false).endsEarly()).isFalse();
    }

    @Test
    void isKnownByItsSeedAndAnchor() {
        assertThat(importer(false).identity())
                .isEqualTo(importer(false).identity())
                .contains("2026-11-24T11:00:00Z");
        assertThat(new SimulationImporter(CONFIG.withSeed(2), false, Clock.systemUTC()).identity())
                .isNotEqualTo(importer(false).identity());
    }

    private static SimulationImporter importer(boolean once) {
        return new SimulationImporter(CONFIG, once, Clock.fixed(END, ZoneOffset.UTC));
    }

    private static final class Taken implements ImportSink {
        private final List<ImportedEvent> events = new ArrayList<>();

        @Override
        public void accept(ImportedEvent event) {
            events.add(event);
        }

        @Override
        public void reject(RejectedLine line) {
            throw new AssertionError("the simulation refuses nothing: " + line);
        }
    }
}
