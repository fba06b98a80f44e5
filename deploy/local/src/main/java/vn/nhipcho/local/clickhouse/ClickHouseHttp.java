package vn.nhipcho.local.clickhouse;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLException;
import vn.nhipcho.clickhouse.ClickHouseConfig;
import vn.nhipcho.local.Failure;
import vn.nhipcho.registry.PemTrust;

/** ClickHouse's HTTP interface. Not for rows by the thousand: those go through the sink. */
public final class ClickHouseHttp {
    /** Statements of people may run long; the limit is only there so that a dead server is noticed. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private final ClickHouseConfig config;
    private final HttpClient client;
    private final Duration longest;

    public ClickHouseHttp(ClickHouseConfig config) {
        this(config, client(config), LONGEST);
    }

    /** A client that trusts whom the settings trust. */
    public static HttpClient client(ClickHouseConfig config) {
        var builder =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(config.connectTimeout());
        if (config.caFile() != null) {
            builder.sslContext(PemTrust.of(Path.of(config.caFile())));
        }
        return builder.build();
    }

    private ClickHouseHttp(ClickHouseConfig config, HttpClient client, Duration longest) {
        this.config = config;
        this.client = client;
        this.longest = longest;
    }

    /** The same, where an answer that takes longer is none. */
    public ClickHouseHttp answeringWithin(Duration limit) {
        return new ClickHouseHttp(config, client, limit);
    }

    /** Runs a statement and copies its answer, TSV with a header line where it names no format of its own. */
    public void copy(String sql, OutputStream out) throws SqlRefused {
        try (InputStream answer = send(sql, "TabSeparatedWithNames")) {
            answer.transferTo(out);
            out.flush();
        } catch (IOException e) {
            throw new Failure("The answer of ClickHouse broke off", e);
        }
    }

    /** The rows of an answer, cells as text; only for values without tabs and line ends. */
    public List<String[]> rows(String sql) throws SqlRefused {
        try (InputStream answer = send(sql, "TabSeparated")) {
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t", -1))
                    .toList();
        } catch (IOException e) {
            throw new Failure("The answer of ClickHouse broke off", e);
        }
    }

    private InputStream send(String sql, String format) throws SqlRefused {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(config.url() + "/?default_format=" + format + "&wait_end_of_query=1"))
                .header("X-ClickHouse-User", config.user())
                .header("X-ClickHouse-Key", config.password().read())
                .timeout(longest)
                .POST(BodyPublishers.ofString(sql))
                .build();
        try {
            HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
            if (response.statusCode() != 200) {
                try (InputStream body = response.body()) {
                    throw SqlRefused.of(new String(body.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
            return response.body();
        } catch (ConnectException e) {
            throw new Failure("No ClickHouse answers at " + config.url() + "; is it up?");
        } catch (SSLException e) {
            throw new Failure(config.distrust(e).orElseThrow());
        } catch (IOException e) {
            throw new Failure("ClickHouse at " + config.url() + " did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("Interrupted while ClickHouse was working");
        }
    }
}
