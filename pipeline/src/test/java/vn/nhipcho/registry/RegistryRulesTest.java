package vn.nhipcho.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.nhipcho.fixture.AnOrderEvent.anOrderEvent;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhipcho.event.OrderEvent;

class RegistryRulesTest {
    @Test
    void waitsLongerEachTimeUpToTheMost() {
        var backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(30));
        var random = new Random(1);
        for (int attempt : List.of(0, 1, 5, 8, 40, 4_000)) {
            long ceiling = Math.min(30_000, 100L << Math.min(attempt, 30));
            assertThat(backoff.pause(attempt, random).toMillis()).isBetween(ceiling / 2, ceiling);
        }
    }

    @Test
    void asksAgainUntilTheRegistryAnswers() {
        var asked = new AtomicInteger();
        SchemaSource flaky = id -> {
            if (asked.incrementAndGet() < 4) {
                throw new RegistryUnavailableException("away", null);
            }
            return new SchemaLookup.Unknown();
        };
        var patient =
                new PatientSchemaSource(flaky, new Backoff(Duration.ofMillis(1), Duration.ofMillis(2)), new Random(1));
        assertThat(patient.byId(1)).isEqualTo(new SchemaLookup.Unknown());
        assertThat(asked).hasValue(4);
    }

    @Test
    void stopsWaitingWhenItsThreadIsInterrupted() {
        var patient = new PatientSchemaSource(
                id -> {
                    throw new RegistryUnavailableException("away", null);
                },
                Backoff.DEFAULT,
                new Random(1));
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> patient.byId(1)).isInstanceOf(RegistryUnavailableException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void trustsThatAnIdIsUnknownForTenSecondsOnly() {
        var now = new AtomicReference<>(Instant.EPOCH);
        var unknown = new UnknownIds(now::get);
        unknown.add(5);
        assertThat(unknown.contains(5)).isTrue();
        assertThat(unknown.contains(6)).isFalse();
        now.set(Instant.EPOCH.plusSeconds(10));
        assertThat(unknown.contains(5)).isFalse();
    }

    @Test
    void writesZeroThenTheIdThenAvro() {
        byte[] value = ConfluentWire.encode(0x01020304, anOrderEvent().build());
        assertThat(Arrays.copyOf(value, 5)).containsExactly(0, 1, 2, 3, 4);
        assertThat(ConfluentWire.isFramed(value)).isTrue();
        assertThat(ConfluentWire.schemaId(value)).isEqualTo(0x01020304);
        assertThat(ConfluentWire.isFramed(Arrays.copyOf(value, 4))).isFalse();
        assertThat(ConfluentWire.isFramed(new byte[] {1, 0, 0, 0, 1})).isFalse();
    }

    @Test
    void publishesASchemaWithoutHintsToJava() {
        var schema = OrderEvent.getClassSchema();
        assertThat(schema.toString()).contains("avro.java.string");
        assertThat(PublicForm.of(schema))
                .isEqualTo(schema.toString()
                        .replace("{\"type\":\"string\",\"avro.java.string\":\"String\"}", "\"string\""));
    }

    @Test
    void readsCredentialsFromTheirFile(@TempDir Path dir) throws IOException {
        Path file = Files.writeString(dir.resolve("registry.credentials"), "job:secret\n");
        var config = new RegistryConfig(URI.create("https://registry.example:8443/apis"), file.toString(), null);
        assertThat(config.credentials()).hasValue("job:secret");
        assertThatThrownBy(() ->
                        new RegistryConfig(config.url(), dir.resolve("none").toString(), null).credentials())
                .hasMessageContaining("none")
                .hasMessageContaining("user:password");
    }

    @Test
    void refusesWhatIsNoAddress() {
        for (String wrong : List.of("localhost:8085", "/apis", "ftp://host/")) {
            assertThatThrownBy(() -> RegistryConfig.of(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(wrong);
        }
    }
}
