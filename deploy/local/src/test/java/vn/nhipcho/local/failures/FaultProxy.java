package vn.nhipcho.local.failures;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** Stands before an HTTP service and passes everything on, until it is told to misbehave. */
public final class FaultProxy implements AutoCloseable {
    private static final Set<String> OF_ONE_CONNECTION = Set.of(
            "connection", "content-length", "expect", "host", "transfer-encoding", "upgrade", "http2-settings", "date");

    /** How a request is wronged. */
    public enum Manner {
        /** An error instead of doing what was asked. */
        REFUSED,
        /** Done as asked, and answered with an error all the same. */
        DONE_AND_DENIED,
        /** Done, and half of the answer sent before the connection breaks. */
        HALF_ANSWER,
        /** Done, and the connection closed without an answer. */
        ANSWER_LOST,
        /** Nothing done and nothing said for as long as it lasts, then the connection closed. */
        SILENCE,
        /** The connection closed at once. */
        CUT
    }

    /**
     * @param httpStatus of an error's answer
     * @param code ClickHouse's, 0: none
     * @param share of the requests it falls on, 0 to 1
     */
    public record Fault(Manner manner, int httpStatus, int code, String text, double share) {}

    private final HttpServer server;
    private final URI target;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final Random random;
    private final AtomicLong wronged = new AtomicLong();
    private volatile Fault fault;

    private FaultProxy(HttpServer server, URI target, long seed) {
        this.server = server;
        this.target = target;
        this.random = new Random(seed);
    }

    public static FaultProxy before(String target, long seed) throws IOException {
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        var proxy = new FaultProxy(server, URI.create(target), seed);
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            var thread = new Thread(work, "fault-proxy");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", proxy::handle);
        server.start();
        return proxy;
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public void misbehave(Fault how) {
        fault = how;
    }

    public void behave() {
        fault = null;
    }

    /** Requests that were wronged so far. */
    public long wronged() {
        return wronged.get();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Fault now = fault;
            if (now == null || random.nextDouble() >= now.share()) {
                answer(exchange, forward(exchange, body));
                return;
            }
            wronged.incrementAndGet();
            wrong(exchange, body, now);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            // The service is away or the client is: the connection is closed, which is all there is to say.
            exchange.close();
        }
    }

    private void wrong(HttpExchange exchange, byte[] body, Fault how) throws IOException, InterruptedException {
        switch (how.manner()) {
            case REFUSED -> deny(exchange, how);
            case DONE_AND_DENIED -> {
                forward(exchange, body);
                deny(exchange, how);
            }
            case HALF_ANSWER -> half(exchange, forward(exchange, body));
            case ANSWER_LOST -> forward(exchange, body);
            case SILENCE -> {
                while (fault == how) {
                    Thread.sleep(50);
                }
            }
            case CUT -> {}
        }
    }

    private HttpResponse<byte[]> forward(HttpExchange exchange, byte[] body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(target.resolve(exchange.getRequestURI()))
                .method(
                        exchange.getRequestMethod(),
                        body.length == 0
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OF_ONE_CONNECTION.contains(name.toLowerCase())) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static void answer(HttpExchange exchange, HttpResponse<byte[]> answer) throws IOException {
        copyHeaders(exchange, answer);
        byte[] body = answer.body();
        exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    private static void half(HttpExchange exchange, HttpResponse<byte[]> answer) throws IOException {
        copyHeaders(exchange, answer);
        byte[] body = answer.body();
        exchange.sendResponseHeaders(answer.statusCode(), body.length + 2);
        exchange.getResponseBody().write(body, 0, body.length / 2);
        exchange.getResponseBody().flush();
    }

    private static void deny(HttpExchange exchange, Fault how) throws IOException {
        if (how.code() != 0) {
            exchange.getResponseHeaders().set("X-ClickHouse-Exception-Code", Integer.toString(how.code()));
        }
        byte[] body = how.text().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(how.httpStatus(), body.length);
        exchange.getResponseBody().write(body);
    }

    private static void copyHeaders(HttpExchange exchange, HttpResponse<byte[]> answer) {
        answer.headers().map().forEach((name, values) -> {
            if (!OF_ONE_CONNECTION.contains(name.toLowerCase())) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
    }

    @Override
    public void close() {
        behave();
        server.stop(0);
    }
}
