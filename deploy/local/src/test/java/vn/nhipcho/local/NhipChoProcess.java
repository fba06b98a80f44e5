package vn.nhipcho.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The command line in a JVM of its own, as a user runs it; every service gets a free port of the loopback. */
public final class NhipChoProcess {
    private static final Duration PATIENCE = Duration.ofMinutes(8);

    private final Process process;
    private final Path out;
    private final Path err;

    /** What a finished command left. */
    public record Result(int exitCode, String out, String err) {}

    private NhipChoProcess(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** {@code up} with free ports on a data directory. */
    public static NhipChoProcess up(Path dataDir, String... arguments) {
        var all = new ArrayList<>(List.of("up", "--data-dir", dataDir.toString()));
        for (String service : List.of("clickhouse", "kafka", "registry", "flink", "web")) {
            all.add("--" + service + "-port");
            all.add(Integer.toString(freePort()));
        }
        all.addAll(List.of(arguments));
        return start(all);
    }

    public static Result run(String... arguments) {
        return start(List.of(arguments)).await();
    }

    public static NhipChoProcess start(List<String> arguments) {
        try {
            Path folder = Files.createDirectories(Path.of("target", "commands"));
            Path out = Files.createTempFile(folder, "nhip-cho", ".out");
            Path err = Files.createTempFile(folder, "nhip-cho", ".err");
            var command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx1200m",
                    "-XX:+UseSerialGC",
                    "-Dfile.encoding=UTF-8",
                    "-Duser.timezone=UTC",
                    "-cp",
                    System.getProperty("java.class.path"),
                    NhipCho.class.getName()));
            command.addAll(arguments);
            Process process = new ProcessBuilder(command)
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            return new NhipChoProcess(process, out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Result await() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                kill();
                throw new IllegalStateException("not done within " + PATIENCE + ":\n" + text(out) + text(err));
            }
            return new Result(process.exitValue(), text(out), text(err));
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** SIGKILL: nothing in the process gets a chance to tidy up. */
    public void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** SIGTERM, as Ctrl-C or a service manager would. */
    public Result stop() {
        process.destroy();
        return await();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    /** What it has written to standard error so far. */
    public String err() {
        return text(err);
    }

    /** Likewise to standard output. */
    public String out() {
        return text(out);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
