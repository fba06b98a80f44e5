package vn.nhipcho.notifier;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.random.RandomGenerator;
import vn.nhipcho.clickhouse.Secret;

/**
 * Posts messages, signed and with their id as idempotency key. Repeats what may pass (timeouts, 429, 5xx) with growing
 * pauses; does not follow redirects, which would carry the message to an address nobody checked.
 */
public final class Webhook {
    private static final int SHORTEST_SECRET = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Set<Integer> MAY_PASS = Set.of(408, 425, 429);

    /** How often and how slowly a message is tried before it waits for the next round. */
    public record Retries(int attempts, Duration first, Duration longest) {
        public static final Retries STANDARD = new Retries(6, Duration.ofSeconds(1), Duration.ofSeconds(60));

        /** Twice as long each time, less a random half, so that many senders do not come back at once. */
        Duration pause(int attempt, RandomGenerator random) {
            long ceiling = Math.min(longest.toMillis(), first.toMillis() << Math.min(attempt - 1, 20));
            return Duration.ofMillis(ceiling / 2 + random.nextLong(ceiling / 2 + 1));
        }
    }

    private final URI url;
    private final Secret secret;
    private final Retries retries;
    private final InstantSource clock;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();

    /** @throws IllegalArgumentException when the address or the secret would leave messages open to others */
    public Webhook(URI url, Secret secret, Retries retries, InstantSource clock) {
        requireSafe(url);
        if (secret.read().getBytes(StandardCharsets.UTF_8).length < SHORTEST_SECRET) {
            throw new IllegalArgumentException(
                    "the secret is shorter than %d bytes; write a random one into its file, as with 'openssl rand -hex 32'"
                            .formatted(SHORTEST_SECRET));
        }
        this.url = url;
        this.secret = secret;
        this.retries = retries;
        this.clock = clock;
    }

    private static void requireSafe(URI url) {
        if (url.getHost() == null || !("https".equals(url.getScheme()) || "http".equals(url.getScheme()))) {
            throw new IllegalArgumentException("the webhook must be https://host/path, is " + url);
        }
        if (url.getUserInfo() != null) {
            throw new IllegalArgumentException("the webhook's address must not carry a user or password");
        }
        if ("http".equals(url.getScheme()) && !isLoopback(url.getHost())) {
            throw new IllegalArgumentException(
                    "the webhook must be https: plain http is only for this machine, is " + url);
        }
    }

    private static boolean isLoopback(String host) {
        if (host.equals("localhost")) {
            return true;
        }
        // Only a literal address: what a name leads to can change after the check.
        if (!host.matches("[0-9.]+|\\[.*]")) {
            return false;
        }
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    Delivery post(Message message) throws InterruptedException {
        String detail = "";
        for (int attempt = 1; attempt <= retries.attempts(); attempt++) {
            if (attempt > 1) {
                Thread.sleep(
                        retries.pause(attempt - 1, RandomGenerator.getDefault()).toMillis());
            }
            try {
                int status = send(message);
                if (status >= 200 && status < 300) {
                    return new Delivery.Taken(attempt);
                }
                detail = "HTTP " + status;
                if (status < 500 && !MAY_PASS.contains(status)) {
                    return new Delivery.Refused(attempt, detail);
                }
            } catch (IOException e) {
                detail = e.getMessage() == null ? e.toString() : e.getMessage();
            }
        }
        return new Delivery.NotNow(retries.attempts(), detail);
    }

    private int send(Message message) throws IOException, InterruptedException {
        long timestamp = clock.instant().getEpochSecond();
        HttpRequest request = HttpRequest.newBuilder(url)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("Idempotency-Key", message.id())
                .header(Signature.TIMESTAMP_HEADER, Long.toString(timestamp))
                .header(Signature.HEADER, Signature.of(secret.read(), timestamp, message.body()))
                .POST(BodyPublishers.ofString(message.body()))
                .build();
        HttpResponse<Void> response = client.send(request, BodyHandlers.discarding());
        return response.statusCode();
    }
}
