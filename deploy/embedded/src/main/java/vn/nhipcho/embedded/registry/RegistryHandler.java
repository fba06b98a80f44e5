package vn.nhipcho.embedded.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nhipcho.embedded.http.LoopbackGuard;

/** HTTP around the routes: reads the request, refuses pages of other origins, writes the answer or the error. */
final class RegistryHandler implements HttpHandler {
    private static final Logger LOG = LoggerFactory.getLogger(RegistryHandler.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final int MOST_BODY_BYTES = 1 << 20;

    private final RegistryApi api;
    private final LoopbackGuard guard;

    RegistryHandler(RegistryApi api, LoopbackGuard guard) {
        this.api = api;
        this.guard = guard;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            int status = 200;
            String answer;
            try {
                guard.refusal(exchange.getRequestHeaders()).ifPresent(reason -> {
                    throw new RegistryError(403, 403, reason);
                });
                answer = text(api.answer(request(exchange)));
            } catch (RegistryError e) {
                status = e.status();
                answer = error(e.code(), e.getMessage());
            } catch (IOException | RuntimeException e) {
                LOG.error("{} {} failed", exchange.getRequestMethod(), exchange.getRequestURI(), e);
                status = 500;
                answer = error(50001, "Error in the backend datastore: " + e.getMessage());
            }
            send(exchange, status, answer);
        }
    }

    private static RegistryApi.Request request(HttpExchange exchange) throws IOException {
        URI uri = exchange.getRequestURI();
        return new RegistryApi.Request(
                exchange.getRequestMethod(), path(uri.getRawPath()), query(uri.getRawQuery()), body(exchange));
    }

    private static JsonNode body(HttpExchange exchange) throws IOException {
        byte[] bytes = exchange.getRequestBody().readNBytes(MOST_BODY_BYTES + 1);
        if (bytes.length > MOST_BODY_BYTES) {
            throw new RegistryError(413, 413, "The request is longer than " + MOST_BODY_BYTES + " bytes.");
        }
        try {
            return JSON.readTree(bytes);
        } catch (JsonProcessingException e) {
            throw new RegistryError(400, 400, "The request is not JSON: " + e.getOriginalMessage());
        }
    }

    private static List<String> path(String raw) {
        return Arrays.stream(raw.split("/"))
                .filter(segment -> !segment.isEmpty())
                .map(RegistryHandler::decode)
                .toList();
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> query = new HashMap<>();
        for (String pair : raw == null ? new String[0] : raw.split("&")) {
            String[] parts = pair.split("=", 2);
            query.put(parts[0], parts.length == 2 ? decode(parts[1]) : "true");
        }
        return query;
    }

    private static String decode(String text) {
        try {
            // In a path a plus is a plus; only in forms is it a blank.
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new RegistryError(400, 400, "The address is not properly encoded.");
        }
    }

    private static String text(Object answer) throws JsonProcessingException {
        return answer instanceof Schema schema ? schema.toString() : JSON.writeValueAsString(answer);
    }

    private static String error(int code, String message) throws JsonProcessingException {
        return JSON.writeValueAsString(Map.of("error_code", code, "message", String.valueOf(message)));
    }

    private static void send(HttpExchange exchange, int status, String answer) throws IOException {
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", MEDIA_TYPE);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
