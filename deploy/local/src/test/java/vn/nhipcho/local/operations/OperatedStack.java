package vn.nhipcho.local.operations;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.nhipcho.embedded.clickhouse.EmbeddedClickHouse;
import vn.nhipcho.local.NhipChoProcess;
import vn.nhipcho.local.data.DataDirectory;
import vn.nhipcho.local.data.RunningStack;
import vn.nhipcho.local.failures.FaultProxy;

/** {@code up} without sources, over a ClickHouse that can be told to misbehave. */
record OperatedStack(
        EmbeddedClickHouse engine, FaultProxy clickhouse, NhipChoProcess up, DataDirectory directory, int metricsPort)
        implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Pattern HEALTH = Pattern.compile("Health +(http\\S+)");

    static OperatedStack start(Path folder) throws Exception {
        int metricsPort = freePort();
        var directory = new DataDirectory(folder.resolve("data"));
        var engine = EmbeddedClickHouse.start(folder.resolve("clickhouse"));
        var proxy = FaultProxy.before(engine.url(), 1);
        NhipChoProcess up = NhipChoProcess.up(
                directory.root(),
                "--source",
                "none",
                "--clickhouse",
                proxy.url(),
                "--metrics-port",
                Integer.toString(metricsPort));
        var operated = new OperatedStack(engine, proxy, up, directory, metricsPort);
        operated.awaitRunning();
        return operated;
    }

    RunningStack stack() {
        return directory.runningStack().orElseThrow();
    }

    /** Address that {@code up} told. */
    String health() {
        Matcher told = HEALTH.matcher(up.out());
        if (!told.find()) {
            throw new AssertionError("up tells no address of health: " + up.out());
        }
        return told.group(1);
    }

    private void awaitRunning() throws InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!HEALTH.matcher(up.out()).find()) {
            if (!up.isAlive() || Instant.now().isAfter(deadline)) {
                throw new AssertionError("up does not run: " + up.err());
            }
            Thread.sleep(100);
        }
    }

    @Override
    public void close() throws IOException {
        clickhouse.behave();
        up.stop();
        clickhouse.close();
        engine.close();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
