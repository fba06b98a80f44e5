package vn.nhipcho.embedded.clickhouse;

import com.sun.net.httpserver.HttpExchange;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What a request asks for, apart from its body: ClickHouse's own parameters taken by name, {@code param_*} for the
 * placeholders of the query, all others as settings.
 */
record QueryRequest(
        boolean readOnly,
        String query,
        String queryId,
        Optional<String> database,
        String defaultFormat,
        Optional<SessionKey> session,
        boolean compressResponse,
        boolean decompressBody,
        Optional<String> acceptedEncoding,
        Map<String, String> parameters,
        Map<String, String> settings) {

    record SessionKey(String id, int timeoutSeconds, boolean mustExist) {}

    private static final int DEFAULT_SESSION_SECONDS = 60;
    private static final int MAX_SESSION_SECONDS = 3600;
    private static final String PARAMETER = "param_";

    /** Of the interface, and without a meaning here (there are no users, and results are always complete). */
    private static final Set<String> WITHOUT_EFFECT = Set.of(
            "user",
            "password",
            "quota_key",
            "role",
            "stacktrace",
            "client_protocol_version",
            "buffer_size",
            "wait_end_of_query",
            "send_progress_in_http_headers",
            "close_session");

    static QueryRequest of(HttpExchange exchange) {
        Map<String, String> all = decode(exchange.getRequestURI().getRawQuery());
        Map<String, String> parameters = new LinkedHashMap<>();
        all.forEach((name, value) -> {
            if (name.startsWith(PARAMETER)) {
                parameters.put(name.substring(PARAMETER.length()), value);
            }
        });
        boolean encode = flag(all.remove("enable_http_compression"));
        QueryRequest request = new QueryRequest(
                !exchange.getRequestMethod().equals("POST"),
                Optional.ofNullable(all.remove("query")).orElse(""),
                take(all, "query_id").orElseGet(() -> UUID.randomUUID().toString()),
                take(all, "database").or(() -> header(exchange, "X-ClickHouse-Database")),
                take(all, "default_format")
                        .or(() -> header(exchange, "X-ClickHouse-Format"))
                        .orElse("TabSeparated"),
                session(all),
                flag(all.remove("compress")),
                flag(all.remove("decompress")),
                encode ? ContentEncoding.accepted(header(exchange, "Accept-Encoding")) : Optional.empty(),
                parameters,
                all);
        all.keySet().removeIf(name -> name.startsWith(PARAMETER) || WITHOUT_EFFECT.contains(name));
        return request;
    }

    private static Map<String, String> decode(String rawQuery) {
        Map<String, String> decoded = new LinkedHashMap<>();
        for (String pair : rawQuery == null ? new String[0] : rawQuery.split("&")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            if (!name.isEmpty()) {
                decoded.put(
                        URLDecoder.decode(name, StandardCharsets.UTF_8),
                        URLDecoder.decode(value, StandardCharsets.UTF_8));
            }
        }
        return decoded;
    }

    private static Optional<SessionKey> session(Map<String, String> all) {
        int timeout = take(all, "session_timeout").map(Integer::parseInt).orElse(DEFAULT_SESSION_SECONDS);
        boolean mustExist = flag(all.remove("session_check"));
        return take(all, "session_id")
                .map(id -> new SessionKey(id, Math.max(1, Math.min(timeout, MAX_SESSION_SECONDS)), mustExist));
    }

    private static Optional<String> take(Map<String, String> all, String name) {
        return Optional.ofNullable(all.remove(name)).filter(value -> !value.isEmpty());
    }

    private static Optional<String> header(HttpExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).filter(value -> !value.isEmpty());
    }

    private static boolean flag(String value) {
        return value != null && !value.equals("0") && !value.equalsIgnoreCase("false");
    }
}
