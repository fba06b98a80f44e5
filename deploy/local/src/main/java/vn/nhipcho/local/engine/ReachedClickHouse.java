package vn.nhipcho.local.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import vn.nhipcho.clickhouse.ClickHouseConfig;
import vn.nhipcho.embedded.clickhouse.EmbeddedClickHouse;
import vn.nhipcho.local.Failure;
import vn.nhipcho.local.WrongUse;
import vn.nhipcho.local.data.DataDirectory;
import vn.nhipcho.local.data.DirectoryLock;
import vn.nhipcho.local.data.RunningStack;

/**
 * The ClickHouse that a short command speaks to: one given by its address, that of the stack which runs on the data
 * directory, or an engine started on the directory at rest for this command alone.
 */
public final class ReachedClickHouse implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ClickHouseConfig config;
    private final Runnable release;

    private ReachedClickHouse(ClickHouseConfig config, Runnable release) {
        this.config = config;
        this.release = release;
    }

    public static ReachedClickHouse at(String url) {
        try {
            return new ReachedClickHouse(ClickHouseConfig.fromEnvironment(url, System.getenv()), () -> {});
        } catch (IllegalArgumentException e) {
            throw new WrongUse("--clickhouse: " + e.getMessage());
        }
    }

    /** Of a directory that {@code up} has filled. */
    public static ReachedClickHouse on(DataDirectory directory, String command) throws InterruptedException {
        if (!directory.isUsed()) {
            throw new WrongUse("There are no figures in %s yet; run 'nhip-cho up' first, or give --data-dir"
                    .formatted(directory.root()));
        }
        return onAny(directory, command);
    }

    /** Of a directory that may be new. */
    public static ReachedClickHouse onAny(DataDirectory directory, String command) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Optional<DirectoryLock> lock = DirectoryLock.tryAcquire(directory, command);
            if (lock.isPresent()) {
                return started(directory, lock.get());
            }
            Optional<RunningStack> running = directory.runningStack();
            if (running.isPresent()) {
                return at(running.get().clickhouse());
            }
            if (System.nanoTime() > deadline) {
                throw new Failure("%s is in use by %s, which has no ClickHouse to ask yet; try again later"
                        .formatted(directory.root(), DirectoryLock.holder(directory)));
            }
            Thread.sleep(200);
        }
    }

    private static ReachedClickHouse started(DataDirectory directory, DirectoryLock lock) {
        if (directory.isUsed() && !Files.isDirectory(directory.clickhouse())) {
            lock.close();
            throw new WrongUse("The figures of %s stand in a ClickHouse elsewhere; give its address with --clickhouse"
                    .formatted(directory.root()));
        }
        directory.forgetRunningStack();
        try {
            var engine = EmbeddedClickHouse.start(directory.clickhouse());
            return new ReachedClickHouse(ClickHouseConfig.at(engine.url()), () -> {
                engine.close();
                lock.close();
            });
        } catch (IOException e) {
            lock.close();
            throw new Failure("ClickHouse did not start on " + directory.clickhouse(), e);
        }
    }

    public ClickHouseConfig config() {
        return config;
    }

    @Override
    public void close() {
        release.run();
    }
}
