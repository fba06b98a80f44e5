package vn.nhipcho.local.bench;

import java.io.IOException;
import java.time.InstantSource;
import vn.nhipcho.importer.EventPublisher;
import vn.nhipcho.importer.ImportListener;
import vn.nhipcho.importer.ImportProgress;
import vn.nhipcho.importer.ImportRun;
import vn.nhipcho.importer.ImportSummary;
import vn.nhipcho.importer.RejectedLine;
import vn.nhipcho.local.Failure;
import vn.nhipcho.local.run.ProgressLine;
import vn.nhipcho.local.run.Stack;

/** Measures how quickly the season gets into Kafka, in the way that {@code up} sends it. */
final class SendSeason {
    private SendSeason() {}

    static Measurement measure(Stack stack, BenchSettings asked, ProgressLine progress) throws InterruptedException {
        var season = new Season(asked.events(), asked.seed());
        var position = ImportProgress.open(asked.directory().imports(), "bench", "embedded", InstantSource.system());
        try (EventPublisher publisher = stack.publisher()) {
            var meter = Meter.start(stack);
            ImportSummary sent = new ImportRun(
                            publisher,
                            position,
                            new Shown(Measured.IMPORT, progress, asked.events()),
                            0,
                            InstantSource.system())
                    .run(season);
            return meter.stop(Measured.IMPORT, sent.events(), null);
        } catch (IOException e) {
            throw new Failure("The season could not be sent to Kafka", e);
        }
    }

    record Shown(Measured measured, ProgressLine line, long events) implements ImportListener {
        private static final int EVERY = 20_000;

        @Override
        public void progress(long sent) {
            if (sent % EVERY == 0) {
                line.show("%s: sent %,d of %,d".formatted(measured, sent, events));
            }
        }

        @Override
        public void rejected(RejectedLine refused) {
            throw new IllegalStateException("a simulation has no lines to refuse: " + refused);
        }
    }
}
