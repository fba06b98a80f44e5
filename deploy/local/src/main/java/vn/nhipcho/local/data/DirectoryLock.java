package vn.nhipcho.local.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import vn.nhipcho.local.Failure;

/**
 * The right to start engines on a data directory, held by one process. It is the kernel's lock, so it ends with its
 * process however that goes; a file left behind by kill -9 locks nobody out.
 */
public final class DirectoryLock implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);

    private final FileChannel channel;

    private DirectoryLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Empty when another process holds it; {@link #holder} tells which. */
    public static Optional<DirectoryLock> tryAcquire(DataDirectory directory, String command) {
        try {
            Files.createDirectories(directory.root());
            var channel = FileChannel.open(
                    directory.lockFile(), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (!isOurs(channel)) {
                channel.close();
                return Optional.empty();
            }
            channel.truncate(0);
            String holder = "nhip-cho " + command + ", process "
                    + ProcessHandle.current().pid();
            channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)), 0);
            return Optional.of(new DirectoryLock(channel));
        } catch (IOException e) {
            throw new Failure("Cannot use the data directory " + directory.root(), e);
        }
    }

    /** As {@link #tryAcquire}, but outwaits a command that is about to end. */
    public static Optional<DirectoryLock> acquire(DataDirectory directory, String command, Duration patience)
            throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            var lock = tryAcquire(directory, command);
            if (lock.isPresent() || System.nanoTime() > deadline) {
                return lock;
            }
            Thread.sleep(POLL.toMillis());
        }
    }

    public static String holder(DataDirectory directory) {
        try {
            return Files.readString(directory.lockFile()).strip();
        } catch (IOException e) {
            return "another command";
        }
    }

    private static boolean isOurs(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new Failure("Cannot release the lock of the data directory", e);
        }
    }
}
