package vn.nhipcho.release;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** ClickHouse as text: what its tables hold, how they were made, and both put back. */
public final class Database {
    /** Tell when and in which order rows were written, which two runs never share. */
    private static final String OF_THE_RUN = "('version', 'is_deleted')";

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;

    public Database(String url) {
        this.url = url;
    }

    /** Tab-separated, a row a line. */
    public List<String> query(String sql) {
        return send("", sql).lines().toList();
    }

    void execute(String sql) {
        send("", sql);
    }

    /** Tables of {@code market_raw}. */
    List<String> tables() {
        return query("SELECT name FROM system.tables WHERE database = 'market_raw' ORDER BY name");
    }

    /** Every row, with a header line. */
    String rows(String table) {
        return send("", "SELECT * FROM market_raw." + table + " ORDER BY ALL FORMAT TSVWithNames");
    }

    public void load(String table, String rows) {
        String insert = "INSERT INTO market_raw." + table + " FORMAT TSVWithNames";
        send("?query=" + URLEncoder.encode(insert, StandardCharsets.UTF_8), rows);
    }

    /** What holds by a table: live rows without the marks of the run that wrote them. */
    List<String> holds(String table, String where) {
        String columns = String.join(
                ", ",
                query("SELECT name FROM system.columns WHERE database = 'market_raw' AND table = '" + table
                        + "' AND name NOT IN " + OF_THE_RUN + " ORDER BY position"));
        return query("SELECT " + columns + " FROM market_raw." + table + " FINAL WHERE " + where + " ORDER BY ALL");
    }

    /** The statements that make every table and view as it is, each ending in a semicolon and a blank line. */
    public String schema() {
        return query("SELECT database || '.' || name FROM system.tables WHERE database IN ('market', 'market_raw')"
                        + " ORDER BY engine = 'View', database, name")
                .stream()
                .map(name ->
                        send("", "SHOW CREATE TABLE " + name + " FORMAT TSVRaw").strip() + ";\n\n")
                .collect(Collectors.joining());
    }

    /** Makes what {@link #schema} told of, on an empty ClickHouse. */
    public void create(String schema) {
        execute("CREATE DATABASE market");
        execute("CREATE DATABASE market_raw");
        for (String statement : schema.split(";\n\n")) {
            execute(statement);
        }
    }

    private String send(String parameters, String body) {
        var request = HttpRequest.newBuilder(URI.create(url + "/" + parameters))
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("ClickHouse says " + answer.body());
            }
            return answer.body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("ClickHouse does not answer", e);
        }
    }
}
