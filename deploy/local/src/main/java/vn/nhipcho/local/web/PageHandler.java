package vn.nhipcho.local.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.zip.GZIPOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nhipcho.dashboards.sql.SqlTemplateException;
import vn.nhipcho.embedded.http.LoopbackGuard;
import vn.nhipcho.local.Failure;
import vn.nhipcho.local.clickhouse.SqlRefused;
import vn.nhipcho.local.health.Health;

/** Answers GET requests of this machine's browsers, and nothing else. */
final class PageHandler implements HttpHandler {
    private static final Logger LOG = LoggerFactory.getLogger(PageHandler.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int WORTH_COMPRESSING = 2_000;
    /** Enough for a page, and the jobs keep a share of the machine. */
    private static final int QUERIES_AT_ONCE = 6;

    /** Nothing from elsewhere. Charts place their tooltips by style attributes, which is all that is let through. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "style-src-attr 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; "
            + "form-action 'none'; frame-ancestors 'none'";

    private final Api api;
    private final Health health;
    private final Semaphore queries = new Semaphore(QUERIES_AT_ONCE);
    private final Assets assets = new Assets();
    private final LoopbackGuard guard = new LoopbackGuard("127.0.0.1");

    PageHandler(Api api, Health health) {
        this.api = api;
        this.health = health;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Optional<String> refusal = guard.refusal(exchange.getRequestHeaders());
            String method = exchange.getRequestMethod();
            if (refusal.isPresent()) {
                error(exchange, 403, refusal.get());
            } else if (!method.equals("GET") && !method.equals("HEAD")) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                error(exchange, 405, "Method " + method + " is not supported: nothing can be changed here");
            } else {
                route(exchange, exchange.getRequestURI().getPath());
            }
        }
    }

    private void route(HttpExchange exchange, String path) throws IOException {
        if (path.startsWith("/api/")) {
            api(exchange, path.substring("/api/".length()));
            return;
        }
        if (path.equals("/health")) {
            health(exchange);
            return;
        }
        Optional<Assets.Asset> asset = assets.find(path);
        if (asset.isPresent()) {
            send(exchange, 200, asset.get().type(), asset.get().bytes());
        } else {
            error(exchange, 404, "There is nothing at " + path);
        }
    }

    /** Waits for no query of a page: those may hang as long as ClickHouse does. */
    private void health(HttpExchange exchange) throws IOException {
        try {
            Health.Report report = health.report();
            send(exchange, report.isWell() ? 200 : 503, "application/json", HealthJson.of(report));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            error(exchange, 503, "The server is being stopped");
        }
    }

    private void api(HttpExchange exchange, String path) throws IOException {
        queries.acquireUninterruptibly();
        try {
            byte[] answer = JSON.writeValueAsBytes(
                    api.answer(path, exchange.getRequestURI().getRawQuery()));
            send(exchange, 200, "application/json", answer);
        } catch (BadRequest e) {
            error(exchange, e.status(), e.getMessage());
        } catch (SqlRefused e) {
            error(exchange, 502, "ClickHouse: " + e.getMessage());
        } catch (Failure e) {
            error(exchange, 503, e.getMessage());
        } catch (SqlTemplateException e) {
            error(exchange, 500, "The dashboard's query cannot be written out: " + e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("{} could not be answered", exchange.getRequestURI(), e);
            error(exchange, 500, "This could not be answered; the log says why");
        } finally {
            queries.release();
        }
    }

    private static void error(HttpExchange exchange, int status, String message) throws IOException {
        var body = JsonNodeFactory.instance.objectNode().put("error", message);
        send(exchange, status, "application/json", body.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", type);
        headers.set("Content-Security-Policy", POLICY);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cache-Control", "no-store");
        byte[] sent = body;
        String accepted = exchange.getRequestHeaders().getFirst("Accept-Encoding");
        if (body.length > WORTH_COMPRESSING && accepted != null && accepted.contains("gzip")) {
            headers.set("Content-Encoding", "gzip");
            sent = compressed(body);
        }
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head ? -1 : sent.length);
        if (!head) {
            exchange.getResponseBody().write(sent);
        }
    }

    private static byte[] compressed(byte[] body) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body);
        }
        return bytes.toByteArray();
    }
}
