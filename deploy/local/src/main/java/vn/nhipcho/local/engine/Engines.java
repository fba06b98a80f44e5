package vn.nhipcho.local.engine;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentSkipListMap;
import vn.nhipcho.clickhouse.ClickHouseConfig;
import vn.nhipcho.embedded.clickhouse.EmbeddedClickHouse;
import vn.nhipcho.embedded.clickhouse.ServerOptions;
import vn.nhipcho.embedded.kafka.EmbeddedKafka;
import vn.nhipcho.embedded.registry.EmbeddedRegistry;
import vn.nhipcho.local.Failure;
import vn.nhipcho.local.data.DataDirectory;
import vn.nhipcho.registry.RegistryConfig;
import vn.nhipcho.source.KafkaConfig;

/** Kafka, registry and ClickHouse, started side by side where they do not run elsewhere. */
public final class Engines implements AutoCloseable {
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final Map<String, Long> processes = new ConcurrentSkipListMap<>();
    private final CompletableFuture<String> ended = new CompletableFuture<>();
    private volatile boolean closing;

    private KafkaConfig kafka;
    private RegistryConfig registry;
    private ClickHouseConfig clickhouse;

    private Engines() {}

    public static Engines start(EngineSettings settings, DataDirectory directory) {
        var engines = new Engines();
        var kafka = engines.startUnless(settings.kafka(), () -> engines.startKafka(directory, settings.kafkaPort()));
        var registry = engines.startUnless(
                settings.registry(), () -> engines.startRegistry(directory, settings.registryPort()));
        var clickhouse = engines.startUnless(
                settings.clickhouse(), () -> engines.startClickHouse(directory, settings.clickhousePort()));
        try {
            // Every one is waited for, so that none is left behind when another fails.
            CompletableFuture.allOf(kafka, registry, clickhouse).join();
        } catch (CompletionException e) {
            engines.close();
            throw e.getCause() instanceof Failure failure
                    ? failure
                    : new Failure("An engine did not start", e.getCause());
        }
        engines.kafka = kafka.join();
        engines.registry = RegistryConfig.of(registry.join(), System.getenv(ClickHouseConfig.CA_FILE_VARIABLE));
        engines.clickhouse = settings.clickhouse() == null
                ? ClickHouseConfig.at(clickhouse.join())
                : ClickHouseConfig.fromEnvironment(clickhouse.join(), System.getenv());
        return engines;
    }

    public KafkaConfig kafka() {
        return kafka;
    }

    public RegistryConfig registry() {
        return registry;
    }

    public ClickHouseConfig clickhouse() {
        return clickhouse;
    }

    /** Process ids of those that were started here. */
    public List<Long> pids() {
        return List.copyOf(processes.values());
    }

    /** Likewise, by the engine's name. */
    public Map<String, Long> processes() {
        return Map.copyOf(processes);
    }

    /** Which engine ended by itself; empty while all are well. */
    public Optional<String> failure() {
        return Optional.ofNullable(ended.getNow(null));
    }

    /** Completes with what {@link #failure} tells, when an engine ends by itself. */
    public CompletableFuture<String> onFailure() {
        return ended.copy();
    }

    private <T> CompletableFuture<T> startUnless(T elsewhere, Callable<T> start) {
        if (elsewhere != null) {
            return CompletableFuture.completedFuture(elsewhere);
        }
        var address = new CompletableFuture<T>();
        Thread thread = new Thread(() -> {
            try {
                address.complete(start.call());
            } catch (Exception e) {
                address.completeExceptionally(e instanceof IOException ? new Failure(e.getMessage()) : e);
            }
        });
        thread.start();
        return address;
    }

    private KafkaConfig startKafka(DataDirectory directory, int port) throws IOException {
        var engine = EmbeddedKafka.start(directory.kafka(), port);
        keep(
                engine,
                "Kafka",
                engine.pid(),
                engine.onExit(),
                directory.kafka().resolve("kafka.log").toString());
        return KafkaConfig.of(engine.bootstrapServers());
    }

    /** In this process: it is small, and nothing of it can end before everything does. */
    private String startRegistry(DataDirectory directory, int port) throws IOException {
        var engine = EmbeddedRegistry.start(directory.registry(), port);
        keep(engine);
        return engine.url();
    }

    private String startClickHouse(DataDirectory directory, int port) throws IOException {
        var options = ServerOptions.at(directory.clickhouse()).withPort(port);
        var engine = EmbeddedClickHouse.start(options);
        keep(
                engine,
                "ClickHouse",
                engine.pid(),
                engine.onExit(),
                options.logFile().toString());
        return engine.url();
    }

    private void keep(AutoCloseable engine, String name, long pid, CompletableFuture<Integer> exit, String log) {
        keep(engine);
        processes.put(name, pid);
        exit.thenAccept(code -> {
            if (!closing) {
                ended.complete("%s ended by itself with exit code %d; its log is %s".formatted(name, code, log));
            }
        });
    }

    private synchronized void keep(AutoCloseable engine) {
        started.push(engine);
    }

    @Override
    public synchronized void close() {
        closing = true;
        Exception first = null;
        while (!started.isEmpty()) {
            try {
                started.pop().close();
            } catch (Exception e) {
                // One that cannot be stopped is no reason to leave the others running.
                first = first == null ? e : first;
            }
        }
        if (first != null) {
            throw new Failure("An engine could not be stopped", first);
        }
    }
}
