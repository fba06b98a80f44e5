package vn.nhipcho.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;

/** One request and its answer, sorted: an answer of the registry, a refusal of the schema, or no usable answer. */
final class RegistryHttp {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final HttpClient client;
    private final String base;
    private final RegistryConfig config;

    RegistryHttp(RegistryConfig config) {
        this.base = config.url().toString().replaceAll("/+$", "");
        this.config = config;
        var builder =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(TIMEOUT);
        if (config.caFile() != null) {
            builder.sslContext(PemTrust.of(Path.of(config.caFile())));
        }
        this.client = builder.build();
    }

    /** @param status 200, or 404 with the registry's own error code */
    record Answer(int status, JsonNode body) {
        boolean isError(int... codes) {
            int code = status == 200 ? 0 : body.path("error_code").intValue();
            return Arrays.stream(codes).anyMatch(one -> one == code);
        }

        JsonNode field(String name) {
            if (!body.hasNonNull(name)) {
                throw unusable("the answer of the schema registry lacks '" + name + "'", "; is its address right?");
            }
            return body.get(name);
        }
    }

    Answer get(String path) {
        return send(request(path).GET().build());
    }

    Answer post(String path, JsonNode body) {
        return send(request(path).POST(BodyPublishers.ofString(body.toString())).build());
    }

    Answer put(String path, JsonNode body) {
        return send(request(path).PUT(BodyPublishers.ofString(body.toString())).build());
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(TIMEOUT)
                .header("Content-Type", MEDIA_TYPE)
                .header("Accept", MEDIA_TYPE + ", application/json");
        config.credentials()
                .map(text -> Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)))
                .ifPresent(encoded -> request.header("Authorization", "Basic " + encoded));
        return request;
    }

    private Answer send(HttpRequest request) {
        HttpResponse<String> response;
        try {
            response = client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new RegistryUnavailableException(
                    "the schema registry at " + base + " does not answer (" + e + ")", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RegistryUnavailableException("interrupted while waiting for the schema registry at " + base, e);
        }
        return sort(request, response);
    }

    private Answer sort(HttpRequest request, HttpResponse<String> response) {
        var answer = new Answer(response.statusCode(), json(response.body()));
        String what = request.method() + " " + request.uri() + " answered " + response.statusCode();
        String message = answer.body().path("message").asText("");
        return switch (response.statusCode()) {
            case 200 -> answer;
            case 409, 422 -> throw new SchemaRefusedException(what + ": " + message);
            // A 404 without the registry's code comes from a wrong base path or a proxy, and tells nothing of the id.
            case 404 -> {
                if (answer.isError(40401, 40402, 40403)) {
                    yield answer;
                }
                throw unusable(what, "; is the address of the schema registry right?");
            }
            case 401, 403 -> throw unusable(what, "; check its user and password");
            default -> throw unusable(what, ": " + message);
        };
    }

    private static RegistryUnavailableException unusable(String what, String advice) {
        return new RegistryUnavailableException(what + advice, null);
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }
}
