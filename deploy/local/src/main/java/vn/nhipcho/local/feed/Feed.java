package vn.nhipcho.local.feed;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import vn.nhipcho.importer.Disorder;
import vn.nhipcho.importer.EventPublisher;
import vn.nhipcho.importer.ImportContext;
import vn.nhipcho.importer.ImportListener;
import vn.nhipcho.importer.ImportProgress;
import vn.nhipcho.importer.ImportRun;
import vn.nhipcho.importer.Importer;
import vn.nhipcho.importer.RejectedLine;
import vn.nhipcho.importer.SourceException;
import vn.nhipcho.importer.SourceSpec;
import vn.nhipcho.local.Failure;
import vn.nhipcho.local.WrongUse;
import vn.nhipcho.local.data.DataDirectory;

/** One source, sent to Kafka on a thread of its own. */
public final class Feed implements ImportListener {
    private final SourceSpec spec;
    private final Importer importer;
    private final ImportProgress progress;
    private final FeedSettings settings;

    private volatile long events;
    private volatile long rejected;
    private volatile boolean finished;
    private volatile Exception failure;
    private Thread thread;

    private Feed(SourceSpec spec, Importer importer, ImportProgress progress, FeedSettings settings) {
        this.spec = spec;
        this.importer = importer;
        this.progress = progress;
        this.settings = settings;
    }

    /**
     * Opens a source, and so finds out before any engine starts whether all it needs is there.
     *
     * @param target what identifies the Kafka cluster that it is sent to
     */
    public static Feed open(SourceSpec spec, DataDirectory directory, String target, FeedSettings settings) {
        var progress = ImportProgress.open(directory.imports(), spec.toString(), target, InstantSource.system());
        try {
            var context =
                    new ImportContext(settings.zone(), settings.seed(), progress.firstStartedAt(), settings.once());
            Importer importer = spec.open(context);
            boolean asItIs = settings.disorder().isZero() && settings.duplicates() == 0;
            return new Feed(
                    spec,
                    asItIs
                            ? importer
                            : new Disorder(importer, settings.disorder(), settings.duplicates(), settings.seed()),
                    progress,
                    settings);
        } catch (SourceException e) {
            throw new WrongUse(e.getMessage());
        } catch (IOException e) {
            throw new Failure("Source " + spec + " cannot be read", e);
        }
    }

    public void start(EventPublisher publisher) {
        thread = new Thread(() -> send(publisher), "feed-" + spec.kind().name());
        thread.start();
    }

    private void send(EventPublisher publisher) {
        try (publisher) {
            new ImportRun(publisher, progress, this, settings.eventsPerSecond(), InstantSource.system()).run(importer);
            finished = true;
        } catch (InterruptedException stopped) {
            // Not an error: the next run goes on from the progress kept.
        } catch (IOException | RuntimeException e) {
            failure = e;
        }
    }

    /** Interrupts the source and waits until what it has sent is safe. */
    public void stop() throws InterruptedException {
        interrupt();
        if (thread != null) {
            thread.join();
        }
    }

    /** Does not wait; what is not safe is sent again by the next run. */
    public void interrupt() {
        if (thread != null) {
            thread.interrupt();
        }
    }

    /** Whether all that the source holds is in Kafka. */
    public boolean isFinished() {
        return finished;
    }

    public Optional<Exception> failure() {
        return Optional.ofNullable(failure);
    }

    public long events() {
        return events;
    }

    public OptionalLong estimatedEvents() {
        return importer.estimatedEvents();
    }

    public long rejected() {
        return rejected;
    }

    @Override
    public void progress(long soFar) {
        events = soFar;
    }

    @Override
    public void rejected(RejectedLine line) {
        // Only this feed's thread writes.
        long before = rejected;
        rejected = before + 1;
    }

    @Override
    public String toString() {
        return spec.toString();
    }
}
