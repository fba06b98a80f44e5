package vn.nhipcho.dashboards.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Asks ClickHouse over HTTP, as Grafana does. */
record ClickHouse(String url) {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** ClickHouse refused the statement; the message is its own. */
    static final class Refused extends RuntimeException {
        Refused(String message) {
            super(message);
        }
    }

    Answer ask(String sql) {
        // Numbers as ClickHouse has them, not as the nearest binary fraction.
        String options = "?default_format=JSONCompact&output_format_json_quote_decimals=1"
                + "&output_format_json_quote_64bit_integers=1&database=market";
        try {
            return Answer.of(MAPPER.readTree(post(options, sql)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    void run(String sql) {
        post("", sql);
    }

    private String post(String options, String body) {
        try {
            HttpResponse<String> response = CLIENT.send(
                    HttpRequest.newBuilder(URI.create(url + "/" + options))
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new Refused(response.body().lines().findFirst().orElse("status " + response.statusCode()));
            }
            return response.body();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
