package vn.nhipcho.local.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import vn.nhipcho.clickhouse.ClickHouseConfig;
import vn.nhipcho.local.Failure;
import vn.nhipcho.local.clickhouse.ClickHouseHttp;
import vn.nhipcho.local.clickhouse.SqlRefused;

/**
 * ClickHouse for pages: every query is sent as GET, which ClickHouse itself runs read-only, and with limits of time and
 * size. The answer is {@code JSONCompact}, times as ISO 8601 in UTC, numbers as numbers.
 */
final class ReadOnlyClickHouse {
    private static final Duration LONGEST = Duration.ofSeconds(20);
    /** So that the server's own limit speaks first, and says what it is. */
    private static final Duration PATIENCE = LONGEST.plusSeconds(10);

    private static final String SETTINGS = Map.of(
                    "default_format", "JSONCompact",
                    "max_execution_time", Long.toString(LONGEST.toSeconds()),
                    "max_result_rows", "50000",
                    "max_result_bytes", "50000000",
                    "date_time_output_format", "iso",
                    "output_format_json_quote_64bit_integers", "0",
                    "output_format_json_quote_decimals", "0",
                    "output_format_json_quote_denormals", "0",
                    "wait_end_of_query", "1")
            .entrySet()
            .stream()
            .map(setting -> "&" + setting.getKey() + "=" + setting.getValue())
            .collect(Collectors.joining());

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ClickHouseConfig config;
    private final HttpClient client;

    ReadOnlyClickHouse(ClickHouseConfig config) {
        this.config = config;
        this.client = ClickHouseHttp.client(config);
    }

    JsonNode answer(String sql) throws SqlRefused {
        HttpRequest request = HttpRequest.newBuilder(URI.create(
                        config.url() + "/?query=" + URLEncoder.encode(sql, StandardCharsets.UTF_8) + SETTINGS))
                .header("X-ClickHouse-User", config.user())
                .header("X-ClickHouse-Key", config.password().read())
                .timeout(PATIENCE)
                .GET()
                .build();
        try {
            HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw SqlRefused.of(new String(response.body(), StandardCharsets.UTF_8));
            }
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new Failure("ClickHouse did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("Interrupted while ClickHouse was working");
        }
    }
}
