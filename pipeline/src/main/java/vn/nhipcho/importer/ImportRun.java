package vn.nhipcho.importer;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import vn.nhipcho.model.Topics;

/**
 * Sends a source to Kafka, from where an earlier run was cut off. After each stretch it waits until all sent is
 * acknowledged and keeps how far it has come; so a run that was killed sends at most one stretch again, which the jobs
 * recognise as duplicates.
 */
public final class ImportRun {
    private static final long STRETCH_EVENTS = 50_000;
    private static final long STRETCH_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final EventPublisher publisher;
    private final ImportProgress progress;
    private final ImportListener listener;
    private final double eventsPerSecond;
    private final InstantSource clock;

    /** @param eventsPerSecond 0: as fast as it goes */
    public ImportRun(
            EventPublisher publisher,
            ImportProgress progress,
            ImportListener listener,
            double eventsPerSecond,
            InstantSource clock) {
        this.publisher = publisher;
        this.progress = progress;
        this.listener = listener;
        this.eventsPerSecond = eventsPerSecond;
        this.clock = clock;
    }

    public ImportSummary run(Importer importer) throws IOException, InterruptedException {
        String identity = importer.identity();
        if (progress.finished(identity)) {
            return new ImportSummary(0, 0, 0, 0, progress.sent(identity), true, Duration.ZERO);
        }
        var started = clock.instant();
        var sending = new Sending(identity);
        importer.run(sending);
        publisher.flush();
        progress.save(identity, Math.max(sending.position, sending.sentBefore), !importer.endsEarly());
        return sending.summary(Duration.between(started, clock.instant()));
    }

    /** Counts what comes and sends what an earlier run has not. */
    private final class Sending implements ImportSink {
        private final String identity;
        private final long sentBefore;
        private final RateLimit limit = new RateLimit(eventsPerSecond);
        private long position;
        private long orders;
        private long accounts;
        private long listings;
        private long rejected;
        private long stretchFrom;
        private long stretchStarted = System.nanoTime();

        Sending(String identity) {
            this.identity = identity;
            this.sentBefore = progress.sent(identity);
        }

        @Override
        public void accept(ImportedEvent event) throws InterruptedException {
            switch (event.topic()) {
                case Topics.ORDERS -> orders++;
                case Topics.ACCOUNTS -> accounts++;
                case Topics.LISTINGS -> listings++;
                default -> throw new IllegalArgumentException("no importer writes to " + event.topic());
            }
            if (++position > sentBefore) {
                limit.await();
                publisher.publish(event);
                keepProgress();
            }
            listener.progress(orders + accounts + listings);
        }

        @Override
        public void reject(RejectedLine line) {
            rejected++;
            if (++position > sentBefore) {
                publisher.publish(line);
                listener.rejected(line);
                keepProgress();
            }
        }

        private void keepProgress() {
            boolean due =
                    position - stretchFrom >= STRETCH_EVENTS || System.nanoTime() - stretchStarted >= STRETCH_NANOS;
            if (due) {
                publisher.flush();
                progress.save(identity, position, false);
                stretchFrom = position;
                stretchStarted = System.nanoTime();
            }
        }

        ImportSummary summary(Duration took) {
            long skipped = Math.min(sentBefore, position);
            return new ImportSummary(orders, accounts, listings, rejected, skipped, false, took);
        }
    }
}
