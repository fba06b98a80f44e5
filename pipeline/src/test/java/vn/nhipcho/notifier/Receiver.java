package vn.nhipcho.notifier;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a support unit would run: checks the signature, takes each idempotency key once, remembers every post. */
final class Receiver implements AutoCloseable {
    private final HttpServer server;
    private final String secret;
    private final Deque<Integer> answers = new ArrayDeque<>();

    /** Keys as they were posted, refused and repeated ones too. */
    final List<String> posts = new ArrayList<>();

    final Map<String, String> taken = new LinkedHashMap<>();

    Receiver(String secret) throws IOException {
        this.secret = secret;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/alerts");
    }

    /** To the next posts, before it takes any. */
    synchronized void answerFirst(Integer... statuses) {
        answers.addAll(List.of(statuses));
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer(exchange, body), -1);
        }
    }

    private int answer(HttpExchange exchange, String body) {
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        posts.add(key);
        long timestamp = Long.parseLong(exchange.getRequestHeaders().getFirst(Signature.TIMESTAMP_HEADER));
        if (!Signature.of(secret, timestamp, body)
                .equals(exchange.getRequestHeaders().getFirst(Signature.HEADER))) {
            return 401;
        }
        if (!answers.isEmpty()) {
            return answers.remove();
        }
        String before = taken.putIfAbsent(key, body);
        // The same key with another body would be a bug of the sender.
        return before == null || before.equals(body) ? 200 : 422;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
