package vn.nhipcho.embedded.clickhouse;

import com.sun.jna.Native;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jpountz.lz4.LZ4Factory;
import vn.nhipcho.embedded.process.ChildJvm;
import vn.nhipcho.embedded.process.Readiness;

/**
 * A ClickHouse engine in a child process, for one data directory, as long as this object is open or this process lives.
 *
 * <p>Drivers, curl and BI tools speak to {@link #url()} as to a server; there are no users and no passwords.
 */
public final class EmbeddedClickHouse implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(60);
    private static final List<String> JVM = List.of(
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-Duser.timezone=UTC",
            "-Dfile.encoding=UTF-8",
            "-Djava.awt.headless=true",
            "-Djna.nosys=true",
            "-Dsun.net.httpserver.nodelay=true",
            // A connection that the server drops while a driver's pool still holds it is an error at its next use.
            "-Dsun.net.httpserver.idleInterval=3600",
            "-Dsun.net.httpserver.maxIdleConnections=1000");

    private final ChildJvm child;
    private final String host;
    private final int port;

    private EmbeddedClickHouse(ChildJvm child, String host, int port) {
        this.child = child;
        this.host = host;
        this.port = port;
    }

    /** On any free port of the loopback interface. */
    public static EmbeddedClickHouse start(Path dataDir) throws IOException {
        return start(ServerOptions.at(dataDir));
    }

    /**
     * Starts the engine and returns when it answers.
     *
     * @throws IOException when libchdb is missing, the directory belongs to another process or the port is taken
     */
    public static EmbeddedClickHouse start(ServerOptions options) throws IOException {
        Path library = LibChdbFile.require();
        Files.createDirectories(options.dataDir());
        String instance = UUID.randomUUID().toString();
        List<String> arguments = Stream.concat(Stream.of(instance), options.toArguments().stream())
                .toList();
        ChildJvm child = ChildJvm.start(
                new ChildJvm.Spec(
                        "ClickHouse",
                        ChdbServer.class.getName(),
                        classPath(),
                        JVM,
                        arguments,
                        environment(library),
                        options.logFile(),
                        options.dataDir()),
                () -> PortFile.read(options.dataDir())
                        .filter(file -> file.instance().equals(instance))
                        .isPresent(),
                START);
        int port = PortFile.read(options.dataDir()).orElseThrow().port();
        return new EmbeddedClickHouse(child, options.host(), port);
    }

    /** The address of an engine that some process runs on this directory. */
    public static Optional<String> urlOfRunning(Path dataDir) throws IOException {
        Optional<PortFile> file = PortFile.read(dataDir).filter(PortFile::isAlive);
        Optional<String> url = file.map(running -> "http://127.0.0.1:" + running.port());
        return url.isPresent() && answers(url.get()) ? url : Optional.empty();
    }

    private static boolean answers(String url) {
        try {
            return Readiness.http(URI.create(url + "/ping")).isReady();
        } catch (IOException gone) {
            return false;
        }
    }

    /** The child needs few of the parent's jars, and those from where they were loaded, whatever the parent's class path. */
    private static String classPath() {
        return Stream.of(ChdbServer.class, Native.class, LZ4Factory.class)
                .map(EmbeddedClickHouse::location)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String location(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** With libjsig the engine's code and the JVM share signals; without it the JVM hung under stack overflows. */
    private static Map<String, String> environment(Path library) {
        boolean mac = System.getProperty("os.name").startsWith("Mac");
        Path jsig = Path.of(System.getProperty("java.home"), "lib", mac ? "libjsig.dylib" : "libjsig.so");
        String preload = mac ? "DYLD_INSERT_LIBRARIES" : "LD_PRELOAD";
        return Map.of(
                "TZ",
                "UTC",
                LibChdbFile.SETTING,
                library.toString(),
                preload,
                Files.exists(jsig) ? jsig.toString() : "");
    }

    public int httpPort() {
        return port;
    }

    public String url() {
        return "http://%s:%d".formatted(host, port);
    }

    public String jdbcUrl() {
        return "jdbc:clickhouse://%s:%d/default".formatted(host, port);
    }

    public long pid() {
        return child.pid();
    }

    /** Completes when the engine's process ends, by {@link #close()} or otherwise. */
    public CompletableFuture<Integer> onExit() {
        return child.onExit();
    }

    @Override
    public void close() {
        child.close();
    }
}
