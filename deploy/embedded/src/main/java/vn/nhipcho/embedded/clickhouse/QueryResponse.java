package vn.nhipcho.embedded.clickhouse;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Writes what ClickHouse would answer: results with their headers, errors with code and status. */
final class QueryResponse {
    static final String DISPLAY_NAME = "nhip-cho-embedded";

    /** As in ClickHouse's exceptionCodeToHTTPStatus; every other code is a 500. */
    private static final Map<Integer, Integer> STATUS = Map.ofEntries(
            Map.entry(6, 400), // CANNOT_PARSE_TEXT
            Map.entry(26, 400), // CANNOT_PARSE_QUOTED_STRING
            Map.entry(27, 400), // CANNOT_PARSE_INPUT_ASSERTION_FAILED
            Map.entry(38, 400), // CANNOT_PARSE_DATE
            Map.entry(41, 400), // CANNOT_PARSE_DATETIME
            Map.entry(46, 404), // UNKNOWN_FUNCTION
            Map.entry(47, 404), // UNKNOWN_IDENTIFIER
            Map.entry(48, 501), // NOT_IMPLEMENTED
            Map.entry(50, 404), // UNKNOWN_TYPE
            Map.entry(53, 400), // TYPE_MISMATCH
            Map.entry(56, 404), // UNKNOWN_STORAGE
            Map.entry(60, 404), // UNKNOWN_TABLE
            Map.entry(62, 400), // SYNTAX_ERROR
            Map.entry(63, 404), // UNKNOWN_AGGREGATE_FUNCTION
            Map.entry(69, 400), // ARGUMENT_OUT_OF_BOUND
            Map.entry(72, 400), // CANNOT_PARSE_NUMBER
            Map.entry(73, 404), // UNKNOWN_FORMAT
            Map.entry(81, 404), // UNKNOWN_DATABASE
            Map.entry(115, 404), // UNKNOWN_SETTING
            Map.entry(117, 400), // INCORRECT_DATA
            Map.entry(159, 408), // TIMEOUT_EXCEEDED
            Map.entry(372, 404)); // SESSION_NOT_FOUND

    private final HttpExchange exchange;
    private final QueryRequest request;
    private final String version;

    QueryResponse(HttpExchange exchange, QueryRequest request, String version) {
        this.exchange = exchange;
        this.request = request;
        this.version = version;
        Headers headers = exchange.getResponseHeaders();
        headers.set("X-ClickHouse-Server-Display-Name", DISPLAY_NAME);
        headers.set("X-ClickHouse-Query-Id", request.queryId());
        headers.set("X-ClickHouse-Timezone", request.settings().getOrDefault("session_timezone", "UTC"));
    }

    void result(ChdbResult result, String format) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", contentType(format));
        headers.set("X-ClickHouse-Format", format);
        headers.set("X-ClickHouse-Summary", result.summary().toJson());
        if (result.length() == 0 && !request.compressResponse()
                || exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(200, -1);
            return;
        }
        try (OutputStream body = body(result.length())) {
            result.writeTo(body);
        }
    }

    private OutputStream body(long length) throws IOException {
        if (request.compressResponse()) {
            exchange.sendResponseHeaders(200, 0);
            return new BlockOutputStream(exchange.getResponseBody());
        }
        if (request.acceptedEncoding().isPresent()) {
            exchange.getResponseHeaders()
                    .set("Content-Encoding", request.acceptedEncoding().get());
            exchange.sendResponseHeaders(200, 0);
            return ContentEncoding.encode(request.acceptedEncoding().get(), exchange.getResponseBody());
        }
        exchange.sendResponseHeaders(200, length);
        return exchange.getResponseBody();
    }

    void error(EngineException error) throws IOException {
        exchange.getResponseHeaders().set("X-ClickHouse-Exception-Code", Integer.toString(error.code()));
        text(
                exchange,
                STATUS.getOrDefault(error.code(), 500),
                "%s (version %s)".formatted(error.getMessage(), version));
    }

    static void text(HttpExchange exchange, int status, String message) throws IOException {
        byte[] bytes = (message + '\n').getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=UTF-8");
        exchange.sendResponseHeaders(status, exchange.getRequestMethod().equals("HEAD") ? -1 : bytes.length);
        if (!exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseBody().write(bytes);
        }
    }

    private static String contentType(String format) {
        if (format.startsWith("JSON")) {
            return "application/json; charset=UTF-8";
        }
        if (format.startsWith("TabSeparated") || format.startsWith("TSV")) {
            return "text/tab-separated-values; charset=UTF-8";
        }
        if (format.startsWith("CSV")) {
            return "text/csv; charset=UTF-8";
        }
        boolean binary =
                format.matches("RowBinary.*|Native|Parquet|Arrow.*|ORC|Avro|Protobuf.*|MsgPack|BSON.*|CapnProto|Npy");
        return binary ? "application/octet-stream" : "text/plain; charset=UTF-8";
    }
}
