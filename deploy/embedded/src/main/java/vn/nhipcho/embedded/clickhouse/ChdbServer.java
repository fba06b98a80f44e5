package vn.nhipcho.embedded.clickhouse;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.nhipcho.embedded.http.LoopbackGuard;
import vn.nhipcho.embedded.process.ParentWatch;

/** The main of the child JVM: the engine behind an HTTP port until the parent ends. */
public final class ChdbServer implements AutoCloseable {
    private static final int REQUESTS_AT_ONCE = 64;
    private static final int DRAIN_SECONDS = 5;
    private static final Pattern PID = Pattern.compile("PID: (\\d+)");

    private final ServerOptions options;
    private final HttpServer http;
    private final ExecutorService requests;
    private final ChdbEngine engine;
    private final Sessions sessions;

    private ChdbServer(ServerOptions options, HttpServer http, ChdbEngine engine) {
        this.options = options;
        this.http = http;
        this.engine = engine;
        this.sessions = new Sessions(engine);
        this.requests = Executors.newFixedThreadPool(REQUESTS_AT_ONCE);
    }

    public static void main(String[] arguments) {
        ParentWatch.start();
        try {
            String instance = arguments[0];
            ChdbServer server = start(ServerOptions.fromArguments(Arrays.copyOfRange(arguments, 1, arguments.length)));
            int port = server.http.getAddress().getPort();
            new PortFile(port, ProcessHandle.current().pid(), instance).write(server.options.dataDir());
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "orderly-stop"));
        } catch (IOException failed) {
            System.err.println(failed.getMessage());
            System.exit(1);
        }
    }

    private static ChdbServer start(ServerOptions options) throws IOException {
        HttpServer http = bind(options);
        Path config = options.dataDir().resolve("config.xml");
        try (InputStream bundled = ChdbServer.class.getResourceAsStream("config.xml")) {
            Files.copy(bundled, config, StandardCopyOption.REPLACE_EXISTING);
        }
        ChdbServer server = new ChdbServer(options, http, openEngine(options, config));
        http.createContext("/", new QueryHandler(server.engine, server.sessions, new LoopbackGuard(options.host())));
        http.setExecutor(server.requests);
        http.start();
        return server;
    }

    private static HttpServer bind(ServerOptions options) throws IOException {
        InetSocketAddress address = new InetSocketAddress(options.host(), options.port());
        try {
            return HttpServer.create(address, 0);
        } catch (BindException taken) {
            throw new IOException("Port %d of %s is in use: stop what listens there or choose another port"
                    .formatted(options.port(), options.host()));
        }
    }

    private static ChdbEngine openEngine(ServerOptions options, Path config) throws IOException {
        try {
            return ChdbEngine.start(LibChdbFile.require(), options.dataDir(), config, options.memoryLimit());
        } catch (IOException failed) {
            Optional<Long> owner = runningOwner(options.dataDir());
            if (owner.isPresent()) {
                throw new IOException(
                        "The data directory %s is in use by process %d: stop it or choose another directory"
                                .formatted(options.dataDir(), owner.get()));
            }
            throw failed;
        }
    }

    /** The engine writes its process id into the file it locks. */
    private static Optional<Long> runningOwner(Path dataDir) throws IOException {
        Path status = dataDir.resolve("status");
        Matcher matcher = PID.matcher(Files.exists(status) ? Files.readString(status) : "");
        return matcher.find()
                ? Optional.of(Long.parseLong(matcher.group(1)))
                        .filter(pid -> pid != ProcessHandle.current().pid())
                        .filter(pid -> ProcessHandle.of(pid).isPresent())
                : Optional.empty();
    }

    /** Lets requests finish for a while; the engine goes down only when none is left in it. */
    @Override
    public void close() {
        try {
            PortFile.delete(options.dataDir());
            requests.shutdown();
            boolean idle = requests.awaitTermination(DRAIN_SECONDS, TimeUnit.SECONDS);
            http.stop(0);
            if (idle) {
                sessions.close();
                engine.close();
            }
        } catch (IOException failed) {
            System.err.println("Stopping: " + failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
