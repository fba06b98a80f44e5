package vn.nhipcho.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import vn.nhipcho.local.data.DataDirectory;
import vn.nhipcho.local.data.RunningStack;

/** The real command in a process of its own, as a person starts it, on a data directory and on free ports. */
final class Command {
    private static final Duration LONGEST = Duration.ofMinutes(4);
    static final Path CHECKOUT = Path.of("").toAbsolutePath().getParent().getParent();
    private static final List<String> ANY_PORTS = List.of(
            "--clickhouse-port",
            "0",
            "--kafka-port",
            "0",
            "--registry-port",
            "0",
            "--flink-port",
            "0",
            "--web-port",
            "0",
            "--grafana-port",
            "0");

    private final Process process;
    private final Path out;
    private final Path err;

    record Result(int exit, String out, String err) {}

    private Command(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    static Command start(DataDirectory directory, String... words) throws IOException {
        return start(Map.of(), directory, words);
    }

    private static Command start(Map<String, String> variables, DataDirectory directory, String... words)
            throws IOException {
        List<String> line = new ArrayList<>();
        line.add(CHECKOUT.resolve("deploy/nhip-cho").toString());
        line.addAll(List.of(words));
        line.addAll(List.of("--data-dir", directory.root().toString()));
        if (words[0].equals("up")) {
            line.addAll(ANY_PORTS);
        }
        Path folder = Files.createDirectories(Path.of("target", "commands"));
        Path out = Files.createTempFile(folder, "nhip-cho", ".out");
        Path err = Files.createTempFile(folder, "nhip-cho", ".err");
        var builder = new ProcessBuilder(line)
                .redirectOutput(Redirect.to(out.toFile()))
                .redirectError(Redirect.to(err.toFile()));
        builder.environment().putAll(variables);
        return new Command(builder.start(), out, err);
    }

    static Result run(DataDirectory directory, String... words) throws IOException, InterruptedException {
        return start(directory, words).await();
    }

    /** With environment variables of its own beside those of the test. */
    static Result run(Map<String, String> variables, DataDirectory directory, String... words)
            throws IOException, InterruptedException {
        return start(variables, directory, words).await();
    }

    Result await() throws IOException, InterruptedException {
        if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(
                    "not done after " + LONGEST + ": " + Files.readString(out) + Files.readString(err));
        }
        var result = new Result(process.exitValue(), Files.readString(out), Files.readString(err));
        Files.delete(out);
        Files.delete(err);
        return result;
    }

    /** Waits until the engines of an {@code up} are there. */
    RunningStack awaitStack(DataDirectory directory) throws IOException, InterruptedException {
        while (directory
                .runningStack()
                .filter(stack -> stack.pid() == process.pid())
                .isEmpty()) {
            if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
                throw new AssertionError("ended too early: " + Files.readString(out) + Files.readString(err));
            }
        }
        return directory.runningStack().orElseThrow();
    }

    void mustRun() throws IOException {
        if (!process.isAlive()) {
            throw new AssertionError("ended too early: " + Files.readString(out) + Files.readString(err));
        }
    }

    /** What it has written to standard error so far. */
    String err() {
        try {
            return Files.readString(err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ctrl-C, or what systemd sends. */
    void terminate() {
        process.destroy();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
