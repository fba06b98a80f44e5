package vn.nhipcho.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nhipcho.clickhouse.Secret;

class WebhookTest {
    @TempDir
    Path folder;

    @Test
    void signsTimestampAndBody() {
        // printf '1700000000.{"a":"ế"}' | openssl dgst -sha256 -hmac 0123456789abcdef
        assertThat(Signature.of("0123456789abcdef", 1_700_000_000L, "{\"a\":\"ế\"}"))
                .isEqualTo("sha256=cbe0444113f887c7fffada4ec490eac09679c5a3b847d51d4cdc0c8333a3ae5d");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org/hook",
                "http://127.0.0.1.example.org/",
                "https://user:word@example.org/",
                "ftp://example.org/",
                "hook"
            })
    void refusesAnAddressThatOthersCanReadOrThatIsNone(String url) throws Exception {
        assertThatThrownBy(() -> webhook(url, "0123456789abcdef")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://example.org/hook", "http://localhost:1/", "http://127.0.0.1:1/", "http://[::1]:1/"})
    void takesHttpsAndThisMachine(String url) throws Exception {
        assertThat(webhook(url, "0123456789abcdef")).isNotNull();
    }

    @Test
    void refusesAShortSecret() {
        assertThatThrownBy(() -> webhook("https://example.org/", "123456")).hasMessageContaining("16 bytes");
    }

    @Test
    void waitsTwiceAsLongEachTimeUpToALimit() {
        var retries = new Webhook.Retries(6, Duration.ofSeconds(1), Duration.ofSeconds(60));
        var random = new Random(1);

        assertThat(retries.pause(1, random)).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
        assertThat(retries.pause(3, random)).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(4));
        assertThat(retries.pause(60, random)).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(60));
    }

    private Webhook webhook(String url, String secret) throws Exception {
        Path file = Files.writeString(folder.resolve("secret"), secret + "\n");
        return new Webhook(URI.create(url), Secret.inFile(file), Webhook.Retries.STANDARD, InstantSource.system());
    }
}
