package vn.nhipcho.embedded.process;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A Java main class in a JVM of its own that ends no later than its parent does.
 *
 * <p>The child's {@code main} has to call {@link ParentWatch#start()}; the pipe to its standard input is the leash.
 */
public final class ChildJvm implements AutoCloseable {
    /** A process that has this in its command line, with {@code =} and the child's name, is one of these. */
    public static final String MARK = "vn.nhipcho.embedded";

    private static final Duration POLL = Duration.ofMillis(20);
    /**
     * Ctrl-C and a closing terminal signal the whole process group, and a parent that wants to stop in order needs its
     * children until the end. A JVM leaves a signal alone that it was started with as ignored.
     */
    private static final List<String> DEAF_TO_THE_TERMINAL =
            List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh");

    private static final Duration STOP = ParentWatch.ORDERLY_STOP.plusSeconds(2);

    /**
     * What to run.
     *
     * @param name how messages call the child
     * @param jvmArgs heap flags, system properties
     * @param environment added to the parent's own
     * @param log standard output and error, appended
     */
    public record Spec(
            String name,
            String mainClass,
            String classPath,
            List<String> jvmArgs,
            List<String> args,
            Map<String, String> environment,
            Path log,
            Path workDir) {
        public Spec {
            jvmArgs = List.copyOf(jvmArgs);
            args = List.copyOf(args);
            environment = Map.copyOf(environment);
        }

        private List<String> command() {
            List<String> command = new ArrayList<>(DEAF_TO_THE_TERMINAL);
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            // Before the class path, which is so long that a process list cuts off what comes after it.
            command.add("-D" + MARK + "=" + name);
            command.add("-XX:+ExitOnOutOfMemoryError");
            command.addAll(jvmArgs);
            command.addAll(List.of("-cp", classPath, mainClass));
            command.addAll(args);
            return command;
        }
    }

    private final Spec spec;
    private final Process process;

    private ChildJvm(Spec spec, Process process) {
        this.spec = spec;
        this.process = process;
    }

    /**
     * Starts the child and returns once it is ready.
     *
     * @throws IOException when the child dies first or is not ready in time; the message quotes the end of its log
     */
    public static ChildJvm start(Spec spec, Readiness readiness, Duration timeout) throws IOException {
        Files.createDirectories(spec.workDir());
        Files.createDirectories(spec.log().toAbsolutePath().getParent());
        LogTail tail = LogTail.startingNow(spec.log());
        ProcessBuilder builder = new ProcessBuilder(spec.command())
                .directory(spec.workDir().toFile())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(spec.log().toFile()));
        builder.environment().putAll(spec.environment());
        ChildJvm child = new ChildJvm(spec, builder.start());
        try {
            child.awaitReady(readiness, timeout, tail);
            return child;
        } catch (IOException | RuntimeException failed) {
            child.process.destroyForcibly();
            throw failed;
        }
    }

    private void awaitReady(Readiness readiness, Duration timeout, LogTail tail) throws IOException {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (!answers(readiness)) {
            if (waitForExit(POLL)) {
                throw new IOException("%s ended with exit code %d before it was ready; the end of its log %s:%n%s"
                        .formatted(spec.name(), process.exitValue(), spec.log(), tail.read()));
            }
            if (System.nanoTime() > deadline) {
                throw new IOException("%s was not ready within %d s; the end of its log %s:%n%s"
                        .formatted(spec.name(), timeout.toSeconds(), spec.log(), tail.read()));
            }
        }
    }

    private boolean answers(Readiness readiness) {
        try {
            // A stranger on the same port must not pass for a child that has just failed to bind it.
            return readiness.isReady() && process.isAlive();
        } catch (IOException notYet) {
            return false;
        }
    }

    private boolean waitForExit(Duration patience) throws InterruptedIOException {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for " + spec.name());
        }
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Completes with the exit code, whether the child was closed, failed or was killed. */
    public CompletableFuture<Integer> onExit() {
        return process.onExit().thenApply(Process::exitValue);
    }

    /** Asks the child to stop, waits, and kills it when it does not. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (waitForExit(STOP)) {
                return;
            }
        } catch (IOException pipeGoneOrInterrupted) {
            // Either way there is no more asking: the child is killed below.
        }
        process.destroyForcibly().onExit().join();
    }
}
