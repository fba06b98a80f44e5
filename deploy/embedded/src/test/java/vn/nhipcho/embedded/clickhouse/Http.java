package vn.nhipcho.embedded.clickhouse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** What curl would send to an engine. */
record Http(EmbeddedClickHouse engine) {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    record Answer(int status, String code, String text, HttpResponse<byte[]> response) {}

    String query(String sql) {
        Answer answer = post("", sql);
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.text());
        }
        return answer.text();
    }

    Answer post(String parameters, String body) {
        return post(parameters, body.getBytes(StandardCharsets.UTF_8));
    }

    Answer post(String parameters, byte[] body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(engine.url() + "/?" + parameters))
                .POST(BodyPublishers.ofByteArray(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    Answer post(String parameters, InputStream body) {
        return send(HttpRequest.newBuilder(URI.create(engine.url() + "/?" + parameters))
                .POST(BodyPublishers.ofInputStream(() -> body)));
    }

    Answer get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(engine.url() + path));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = CLIENT.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("X-ClickHouse-Exception-Code").orElse(""),
                    new String(response.body(), StandardCharsets.UTF_8),
                    response);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Writes these bytes, ends the sending side and returns all that comes back. */
    String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", engine.httpPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.UTF_8));
            out.flush();
            socket.shutdownOutput();
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            socket.getInputStream().transferTo(answer);
            return answer.toString(StandardCharsets.UTF_8);
        }
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
