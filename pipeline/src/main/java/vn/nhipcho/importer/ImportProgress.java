package vn.nhipcho.importer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Properties;
import java.util.UUID;

/**
 * How far a source has been sent to a target, kept in a small file of the data directory, so that an import goes on where
 * it was cut off and a finished one is not repeated. Whoever changes a file of the source starts its import again.
 */
public final class ImportProgress {
    private final Path file;
    private final Properties stored = new Properties();

    private ImportProgress(Path file) {
        this.file = file;
    }

    /**
     * @param source as given on the command line
     * @param target what identifies the Kafka cluster
     */
    public static ImportProgress open(Path folder, String source, String target, InstantSource clock) {
        String name = UUID.nameUUIDFromBytes((source + "\n" + target).getBytes(StandardCharsets.UTF_8)) + ".properties";
        var progress = new ImportProgress(folder.resolve(name));
        try {
            Files.createDirectories(folder);
            if (Files.exists(progress.file)) {
                try (var in = Files.newBufferedReader(progress.file)) {
                    progress.stored.load(in);
                }
            } else {
                progress.stored.setProperty("source", source);
                progress.stored.setProperty("target", target);
                progress.stored.setProperty("first_started_at", clock.instant().toString());
                progress.store();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the progress of imports cannot be kept in " + folder, e);
        }
        return progress;
    }

    /** When this source was first started here: goes into {@link ImportContext}. */
    public Instant firstStartedAt() {
        return Instant.parse(stored.getProperty("first_started_at"));
    }

    /** How many events and refused lines are safe in Kafka; 0 when the source or its options have changed since. */
    long sent(String identity) {
        return identity.equals(stored.getProperty("identity")) ? Long.parseLong(stored.getProperty("sent")) : 0;
    }

    boolean finished(String identity) {
        return identity.equals(stored.getProperty("identity")) && Boolean.parseBoolean(stored.getProperty("finished"));
    }

    void save(String identity, long sent, boolean finished) {
        stored.setProperty("identity", identity);
        stored.setProperty("sent", Long.toString(sent));
        stored.setProperty("finished", Boolean.toString(finished));
        try {
            store();
        } catch (IOException e) {
            throw new UncheckedIOException("the progress of the import cannot be kept in " + file, e);
        }
    }

    /** Replaces the file at once: whoever is killed in the middle leaves the old one. */
    private void store() throws IOException {
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        try (var out = Files.newBufferedWriter(fresh)) {
            stored.store(out, null);
        }
        try {
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
