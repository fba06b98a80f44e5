package vn.nhipcho.local.failures;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import vn.nhipcho.embedded.clickhouse.EmbeddedClickHouse;
import vn.nhipcho.embedded.clickhouse.ServerOptions;
import vn.nhipcho.embedded.kafka.EmbeddedKafka;
import vn.nhipcho.embedded.registry.EmbeddedRegistry;
import vn.nhipcho.local.NhipChoProcess;
import vn.nhipcho.local.data.DataDirectory;
import vn.nhipcho.local.data.RunningStack;

/**
 * The stack in processes that can be struck one by one: Kafka, ClickHouse behind a proxy, and {@code up} with Flink and
 * both jobs; the registry is in this JVM, behind a proxy. Starts again what ended, as a service manager would.
 */
final class Stage implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration UNTIL_HEARD = Duration.ofSeconds(20);
    private static final Duration UNTIL_RUNNING = Duration.ofMinutes(3);

    private final DataDirectory directory;
    private final Path kafkaData;
    private final int kafkaPort;
    private final ServerOptions clickhouseOptions;
    private final EmbeddedRegistry registry;
    private final FaultProxy clickhouseProxy;
    private final FaultProxy registryProxy;
    private final String[] arguments;
    private final String[] limited;
    private final List<String> log = new ArrayList<>();
    private final List<String> surprises = new ArrayList<>();
    private int unheard;
    private int badRecords;

    private EmbeddedKafka kafka;
    private EmbeddedClickHouse clickhouse;
    private NhipChoProcess up;
    private boolean running;
    private boolean done;
    private boolean hurried;
    private int restarts;

    /** @param rate events a second while it is disturbed; as fast as it goes afterwards */
    Stage(Path folder, double rate, long seed, String... arguments) throws IOException {
        this.directory = new DataDirectory(folder.resolve("data"));
        this.kafkaData = folder.resolve("kafka");
        this.kafka = EmbeddedKafka.start(kafkaData, 0);
        this.kafkaPort = Integer.parseInt(kafka.bootstrapServers().split(":")[1]);
        var options = ServerOptions.at(folder.resolve("clickhouse"));
        this.clickhouse = EmbeddedClickHouse.start(options);
        this.clickhouseOptions = options.withPort(clickhouse.httpPort());
        this.registry = EmbeddedRegistry.start(folder.resolve("registry"), 0);
        this.clickhouseProxy = FaultProxy.before(clickhouse.url(), seed);
        this.registryProxy = FaultProxy.before(registry.url(), seed);
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of(
                "--once",
                "--kafka",
                kafka.bootstrapServers(),
                "--clickhouse",
                clickhouseProxy.url(),
                "--registry",
                registryProxy.url()));
        this.arguments = all.toArray(String[]::new);
        all.addAll(List.of("--rate", Double.toString(rate)));
        this.limited = all.toArray(String[]::new);
    }

    void start() throws InterruptedException {
        startUp();
        awaitRunning();
        sendBadRecords();
    }

    private void sendBadRecords() {
        BadRecords.send(kafka(), badRecords++);
    }

    private void startUp() {
        up = NhipChoProcess.up(directory.root(), hurried ? arguments : limited);
        running = false;
    }

    /** Returns false when all was done before the point came; then nothing was struck. */
    boolean strike(Point point) throws IOException, InterruptedException {
        if (!point.amidStart()) {
            awaitRunning();
        }
        if (!pass(point.waitMillis())) {
            return false;
        }
        sendBadRecords();
        long before = clickhouseProxy.wronged();
        long registryBefore = registryProxy.wronged();
        boolean wasRunning = running;
        switch (point.what()) {
            case KILL_FLINK -> {
                up.kill();
                pause(point);
                startUp();
            }
            case KILL_KAFKA -> {
                kill(kafka.pid());
                pause(point);
                kafka = EmbeddedKafka.start(kafkaData, kafkaPort);
            }
            case KILL_CLICKHOUSE -> {
                kill(clickhouse.pid());
                pause(point);
                clickhouse = EmbeddedClickHouse.start(clickhouseOptions);
            }
            case FREEZE_FLINK -> freeze(up.pid(), point);
            case FREEZE_KAFKA -> freeze(kafka.pid(), point);
            case FREEZE_CLICKHOUSE -> freeze(clickhouse.pid(), point);
            case REGISTRY_CUT -> cutRegistry(point);
            default -> {
                clickhouseProxy.misbehave(point.what().fault(point.share()));
                pause(point);
                awaitAnyWronged(clickhouseProxy, before);
                clickhouseProxy.behave();
            }
        }
        boolean heard = !point.what().isALie()
                || clickhouseProxy.wronged() > before
                || registryProxy.wronged() > registryBefore;
        unheard += heard ? 0 : 1;
        note(point.what()
                + " for %,d ms".formatted(point.lastsMillis())
                + (wasRunning ? "" : ", while up was starting")
                + (heard ? "" : ", which nobody heard")
                + wronged("ClickHouse's", clickhouseProxy.wronged() - before)
                + wronged("the registry's", registryProxy.wronged() - registryBefore));
        return true;
    }

    private static String wronged(String whose, long requests) {
        return requests == 0 ? "" : ", %d of %s requests wronged".formatted(requests, whose);
    }

    /** Gone until {@link #startClickHouse}. */
    void killClickHouse() {
        kill(clickhouse.pid());
        note("KILL_CLICKHOUSE, and it stays away");
    }

    void startClickHouse() throws IOException {
        clickhouse = EmbeddedClickHouse.start(clickhouseOptions);
        note("ClickHouse is back");
    }

    /** Process of {@code up}: Flink, both jobs and the sources. */
    long pid() {
        return up.pid();
    }

    /** An error that fails the job makes both restart, with decoders that know no schema yet. */
    private void cutRegistry(Point point) throws InterruptedException {
        registryProxy.misbehave(new FaultProxy.Fault(FaultProxy.Manner.CUT, 0, 0, "", 1));
        long before = registryProxy.wronged();
        clickhouseProxy.misbehave(point.what().fault(1));
        Thread.sleep(1_500);
        clickhouseProxy.behave();
        pause(point);
        awaitAnyWronged(registryProxy, before);
        registryProxy.behave();
    }

    /** A lie that nobody has heard is none: it may take a while until anybody asks. */
    private void awaitAnyWronged(FaultProxy proxy, long before) throws InterruptedException {
        long deadline = System.nanoTime() + UNTIL_HEARD.toNanos();
        while (proxy.wronged() == before && up.isAlive() && System.nanoTime() < deadline) {
            Thread.sleep(20);
        }
    }

    private static void pause(Point point) throws InterruptedException {
        Thread.sleep(point.lastsMillis());
    }

    private static void kill(long pid) {
        ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
    }

    private static void freeze(long pid, Point point) throws IOException, InterruptedException {
        signal("STOP", pid);
        try {
            pause(point);
        } finally {
            signal("CONT", pid);
        }
    }

    private static void signal(String name, long pid) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor(5, TimeUnit.SECONDS);
    }

    /** Lets time go by; false when all is done. */
    private boolean pass(long millis) throws InterruptedException {
        long until = System.nanoTime() + millis * 1_000_000;
        do {
            look();
            Thread.sleep(20);
        } while (!done && System.nanoTime() < until);
        return !done;
    }

    /** Kills {@code up} once more, and waits until all that the source holds can be queried. */
    void finish() throws IOException, InterruptedException {
        if (!done) {
            up.kill();
            hurried = true;
            note("KILL_FLINK, then the rest as fast as it goes");
            startUp();
        } else if (lag() > 0) {
            // It was done when the last of the bad records came.
            done = false;
            hurried = true;
            startUp();
        }
        awaitAllQueryable();
    }

    void awaitAllQueryable() throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!done) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not done " + PATIENCE + " after the last point: " + tail(up.err()));
            }
            pass(500);
        }
    }

    private void awaitRunning() throws InterruptedException {
        long deadline = System.nanoTime() + UNTIL_RUNNING.toNanos();
        while (!running && !done) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("up does not run: " + up.err());
            }
            pass(100);
        }
    }

    private void look() throws InterruptedException {
        if (done) {
            return;
        }
        running |= directory
                .runningStack()
                .map(RunningStack::pid)
                .filter(pid -> pid == up.pid())
                .isPresent();
        if (up.isAlive()) {
            return;
        }
        var result = up.await();
        done = result.exitCode() == 0;
        if (!done) {
            String said = tail(result.err());
            note("up ended by itself, exit code %d%s: %s"
                    .formatted(result.exitCode(), running ? "" : " while starting", said));
            if (result.exitCode() != 3 || running && !said.contains("made no savepoint")) {
                surprises.add(said);
            }
            if (++restarts > 40) {
                throw new AssertionError("up ends again and again: " + said);
            }
            Thread.sleep(500);
            startUp();
        }
    }

    private static String tail(String text) {
        return text.lines().reduce("", (before, line) -> line.isBlank() ? before : line);
    }

    private void note(String text) {
        String line = Instant.now().toString().substring(11, 23) + " " + text;
        log.add(line);
        System.out.println("[failures] " + line);
    }

    /** What was done and seen. */
    List<String> log() {
        return log;
    }

    /** Ends of {@code up} while it ran, that nothing of what was done explains. */
    List<String> surprises() {
        return surprises;
    }

    /** Lies that nobody heard. */
    int unheard() {
        return unheard;
    }

    Held held() {
        return new Held(clickhouse.url());
    }

    /** Records in Kafka that the slower job has not brought to ClickHouse. */
    long lag() throws IOException, InterruptedException {
        long fewest = Long.parseLong(held().rows(
                        "SELECT min(read) FROM (SELECT sum(l.consumed) AS read FROM market.ledger AS l GROUP BY l.job)")
                .first());
        return OracleCheck.records(kafka()) - fewest;
    }

    Properties kafka() {
        var properties = new Properties();
        properties.setProperty("bootstrap.servers", kafka.bootstrapServers());
        return properties;
    }

    @Override
    public void close() throws IOException {
        if (up != null) {
            up.kill();
        }
        clickhouseProxy.close();
        registryProxy.close();
        registry.close();
        clickhouse.close();
        kafka.close();
    }
}
