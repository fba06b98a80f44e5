package vn.nhipcho.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.nhipcho.embedded.registry.EmbeddedRegistry;
import vn.nhipcho.event.OrderEvent;

/** The same contract of our client against our own registry and against a real one. */
class RegistryClientIT {
    private static final Schema ONE = schema("{'name':'a','type':'string'}");
    private static final Schema WITH_OPTIONAL =
            schema("{'name':'a','type':'string'},{'name':'b','type':['null','long'],'default':null}");
    private static final Schema WITH_REQUIRED = schema("{'name':'a','type':'string'},{'name':'b','type':'long'}");

    @TempDir
    static Path dir;

    private static EmbeddedRegistry embedded;
    private static Apicurio apicurio;

    @BeforeAll
    static void start() throws IOException {
        embedded = EmbeddedRegistry.start(dir.resolve("registry"), 0);
        apicurio = Apicurio.start(Files.createDirectories(dir.resolve("apicurio")));
    }

    @AfterAll
    static void stop() throws IOException {
        embedded.close();
        apicurio.close();
    }

    static Stream<String> registries() {
        return Stream.of(embedded.url(), apicurio.url());
    }

    @ParameterizedTest
    @MethodSource("registries")
    void tellsARegisteredSchemaByItsId(String url) {
        int id = client(url).register("by-id-value", ONE);
        assertThat(client(url).register("by-id-value", ONE)).isEqualTo(id);
        assertThat(client(url).byId(id)).isEqualTo(new SchemaLookup.Found(ONE));
        assertThat(client(url).find("by-id-value", ONE)).hasValue(id);
        assertThat(client(url).find("by-id-value", WITH_OPTIONAL)).isEmpty();
        assertThat(client(url).find("no-such-value", ONE)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("registries")
    void saysThatAnIdIsUnknown(String url) {
        assertThat(client(url).byId(987_654_321)).isEqualTo(new SchemaLookup.Unknown());
    }

    @ParameterizedTest
    @MethodSource("registries")
    void holdsASubjectToFullTransitiveCompatibility(String url) {
        var client = client(url);
        assertThat(client.checkCompatibility("evolving-value", ONE)).isTrue();
        client.register("evolving-value", ONE);
        client.setCompatibility("evolving-value", AvroEncoder.COMPATIBILITY);
        assertThat(client.checkCompatibility("evolving-value", WITH_OPTIONAL)).isTrue();
        assertThat(client.checkCompatibility("evolving-value", WITH_REQUIRED)).isFalse();
        int second = client.register("evolving-value", WITH_OPTIONAL);
        assertThat(client.byId(second)).isEqualTo(new SchemaLookup.Found(WITH_OPTIONAL));
        assertThatThrownBy(() -> client.register("evolving-value", WITH_REQUIRED))
                .isInstanceOf(SchemaRefusedException.class);
    }

    @ParameterizedTest
    @MethodSource("registries")
    void registersTheSchemaOfATopicOnceAndWithoutHintsToJava(String url) {
        var client = client(url);
        int id = new AvroEncoder<OrderEvent>(client, "market.orders.v1", OrderEvent.getClassSchema()).schemaId();
        assertThat(new AvroEncoder<OrderEvent>(client, "market.orders.v1", OrderEvent.getClassSchema()).schemaId())
                .isEqualTo(id);
        assertThat(client.byId(id)).isInstanceOfSatisfying(SchemaLookup.Found.class, found -> assertThat(
                        found.schema().toString())
                .doesNotContain("avro.java.string")
                .contains("Identity of the push"));
        assertThat(client.checkCompatibility("market.orders.v1-value", WITH_REQUIRED))
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("registries")
    void aWrongBasePathIsNoUnknownId(String url) {
        String wrong = URI.create(url).resolve("/nowhere/at/all").toString();
        assertThatThrownBy(() -> client(wrong).byId(1)).isInstanceOf(RegistryUnavailableException.class);
    }

    @Test
    void waitsForARegistryThatComesBack() throws Exception {
        Path data = dir.resolve("comes-back");
        String url;
        int id;
        try (var first = EmbeddedRegistry.start(data, 0)) {
            url = first.url();
            id = client(url).register("s-value", ONE);
        }
        var patient = new PatientSchemaSource(
                client(url), new Backoff(Duration.ofMillis(10), Duration.ofMillis(50)), new Random(1));
        assertThatThrownBy(() -> client(url).byId(id))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("does not answer");
        var answer = CompletableFuture.supplyAsync(() -> patient.byId(id));
        try (var again = EmbeddedRegistry.start(data, URI.create(url).getPort())) {
            assertThat(answer.get(20, TimeUnit.SECONDS)).isEqualTo(new SchemaLookup.Found(ONE));
            assertThat(again.url()).isEqualTo(url);
        }
    }

    private static SchemaRegistryClient client(String url) {
        return new SchemaRegistryClient(RegistryConfig.of(url));
    }

    private static Schema schema(String fields) {
        return new Schema.Parser()
                .parse(("{'type':'record','name':'E','namespace':'n','fields':[" + fields + "]}").replace('\'', '"'));
    }
}
