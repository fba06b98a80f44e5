package vn.nhipcho.embedded.kafka;

import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;
import vn.nhipcho.embedded.process.ChildJvm;
import vn.nhipcho.embedded.process.Readiness;

/**
 * A Kafka broker of one node on the loopback interface, in a JVM of its own that ends with this one. Keeps everything in
 * its data directory: a second start on it goes on from there, after kill -9 too.
 */
public final class EmbeddedKafka implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(90);
    /** The first compiler alone: a start costs 5 s of CPU instead of 9, two million records 4 s instead of 7. */
    private static final List<String> JVM_ARGS = List.of(
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Djava.awt.headless=true",
            "-Dlog4j2.configurationFile=classpath:vn/nhipcho/embedded/kafka/log4j2.properties");

    private static final int ADMIN_TIMEOUT_MILLIS = 5_000;

    private final ChildJvm broker;
    private final String bootstrapServers;

    private EmbeddedKafka(ChildJvm broker, String bootstrapServers) {
        this.broker = broker;
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * @param port 0 takes a free one
     * @throws IOException with what to do, when the port is taken or the broker does not start
     */
    public static EmbeddedKafka start(Path dataDir, int port) throws IOException {
        return start(dataDir, port, null);
    }

    /** With TLS and a log-in for its clients; null: without. */
    public static EmbeddedKafka start(Path dataDir, int port, BrokerAccess access) throws IOException {
        Files.createDirectories(dataDir);
        int clients = freePort(port);
        var settings = new BrokerSettings(
                dataDir.resolve("log"), clients, freePort(0), access == null ? clients : freePort(0), access);
        Path properties = write(settings.properties(), dataDir.resolve("server.properties"));
        String clusterId = clusterId(dataDir.resolve("cluster.id"));
        String servers = BrokerSettings.HOST + ":" + settings.port();
        var spec = new ChildJvm.Spec(
                "Kafka",
                BrokerMain.class.getName(),
                classPath(),
                JVM_ARGS,
                List.of(properties.toString(), clusterId),
                access == null ? Map.of() : Map.of(BrokerMain.CREDENTIALS_VARIABLE, access.credentials()),
                dataDir.resolve("kafka.log"),
                dataDir);
        return new EmbeddedKafka(
                ChildJvm.start(spec, readiness(settings.internalAddress(), settings.internalPort(), clusterId), START),
                servers);
    }

    public String bootstrapServers() {
        return bootstrapServers;
    }

    public long pid() {
        return broker.pid();
    }

    /** Completes with the exit code when the broker ends, for whatever reason. */
    public CompletableFuture<Integer> onExit() {
        return broker.onExit();
    }

    @Override
    public void close() {
        broker.close();
    }

    /** Absolute, since the child works in its data directory. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> new File(entry).getAbsolutePath())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static int freePort(int port) throws IOException {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(BrokerSettings.HOST), port));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IOException("Kafka: port " + port + " is taken; choose another one with --kafka-port", e);
        }
    }

    private static Path write(Properties settings, Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            settings.store(out, null);
        }
        return file.toAbsolutePath();
    }

    private static String clusterId(Path file) throws IOException {
        if (!Files.exists(file)) {
            Path part = file.resolveSibling("cluster.id.part");
            Files.writeString(part, Uuid.randomUuid().toString());
            Files.move(part, file);
        }
        return Files.readString(file).strip();
    }

    /** Open is not ready: the broker has to be unfenced by its controller, and it has to be ours. */
    private static Readiness readiness(String servers, int port, String clusterId) {
        var open = Readiness.tcp(new InetSocketAddress(BrokerSettings.HOST, port));
        return () -> open.isReady() && isOurs(servers, clusterId);
    }

    private static boolean isOurs(String servers, String clusterId) throws IOException {
        Map<String, Object> client = Map.of(
                "bootstrap.servers", servers,
                "request.timeout.ms", ADMIN_TIMEOUT_MILLIS,
                "default.api.timeout.ms", ADMIN_TIMEOUT_MILLIS);
        try (var admin = Admin.create(client)) {
            var cluster = admin.describeCluster();
            boolean hasBroker = !cluster.nodes()
                    .get(ADMIN_TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)
                    .isEmpty();
            return hasBroker && clusterId.equals(cluster.clusterId().get());
        } catch (ExecutionException | TimeoutException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for Kafka", e);
        }
    }
}
