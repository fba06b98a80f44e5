package vn.nhipcho.embedded.registry;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import vn.nhipcho.embedded.http.LoopbackGuard;

/**
 * A schema registry in this JVM, on the loopback interface, with the part of Confluent's REST API that is used here.
 * Avro only, no deletion. What was answered survives kill -9.
 */
public final class EmbeddedRegistry implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    private static final int THREADS = 4;

    static {
        // Without it each answer on a kept connection waits 40 ms for an acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer http;
    private final ExecutorService threads;
    private final Subjects subjects;

    private EmbeddedRegistry(HttpServer http, ExecutorService threads, Subjects subjects) {
        this.http = http;
        this.threads = threads;
        this.subjects = subjects;
    }

    /**
     * @param port 0 takes a free one
     * @throws IOException with what to do, when the port is taken or the directory is in use
     */
    public static EmbeddedRegistry start(Path dataDir, int port) throws IOException {
        var subjects = open(SchemaLog.open(dataDir.resolve("schemas.jsonl")));
        HttpServer http;
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getByName(HOST), port), 0);
        } catch (BindException e) {
            subjects.close();
            throw new IOException(
                    "schema registry: port " + port + " is taken; choose another one with --registry-port", e);
        }
        var threads = Executors.newFixedThreadPool(THREADS, work -> {
            var thread = new Thread(work, "schema-registry");
            thread.setDaemon(true);
            return thread;
        });
        http.setExecutor(threads);
        http.createContext("/", new RegistryHandler(new RegistryApi(subjects), new LoopbackGuard("127.0.0.1")));
        http.start();
        return new EmbeddedRegistry(http, threads, subjects);
    }

    public String url() {
        return "http://" + HOST + ":" + http.getAddress().getPort();
    }

    @Override
    public void close() throws IOException {
        http.stop(0);
        threads.shutdown();
        subjects.close();
    }

    private static Subjects open(SchemaLog log) throws IOException {
        try {
            return new Subjects(log);
        } catch (IOException | RuntimeException e) {
            log.close();
            throw e;
        }
    }
}
