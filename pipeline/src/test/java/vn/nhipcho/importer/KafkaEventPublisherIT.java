package vn.nhipcho.importer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.nhipcho.deadletter.DeadLetterReason;
import vn.nhipcho.event.AccountEvent;
import vn.nhipcho.event.AccountEventKind;
import vn.nhipcho.event.DeadLetter;
import vn.nhipcho.registry.ConfluentWire;
import vn.nhipcho.registry.RegistryConfig;
import vn.nhipcho.registry.SchemaRegistryClient;

/** What is handed to the producer, with a registry that knows nothing yet and gives the id 7 to all. */
class KafkaEventPublisherIT {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final AccountEvent ACCOUNT = AccountEvent.newBuilder()
            .setEventId("e")
            .setSellerId("hg-1")
            .setKind(AccountEventKind.ACTIVATED)
            .setOccurredAt(NOW)
            .build();

    private static final int NEVER = -1;

    private final List<String> requests = new ArrayList<>();
    private final AtomicInteger unavailable = new AtomicInteger();
    private final AtomicInteger cutAfter = new AtomicInteger(NEVER);
    private MockProducer<byte[], byte[]> producer;
    private HttpServer registry;
    private KafkaEventPublisher publisher;

    @BeforeEach
    void start() throws IOException {
        registry = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        registry.createContext("/", exchange -> {
            if (requests.size() == cutAfter.get()) {
                cutAfter.set(NEVER);
                unavailable.set(1);
            }
            if (unavailable.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                exchange.sendResponseHeaders(503, -1);
                exchange.close();
                return;
            }
            String path = exchange.getRequestURI().getPath();
            requests.add(exchange.getRequestMethod() + " " + path);
            boolean known = path.endsWith("/versions") || path.startsWith("/config");
            byte[] answer =
                    (known ? "{\"id\":7}" : "{\"error_code\":40401,\"message\":\"no subject\"}").getBytes(UTF_8);
            exchange.sendResponseHeaders(known ? 200 : 404, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        registry.start();
        var client = new SchemaRegistryClient(
                RegistryConfig.of("http://127.0.0.1:" + registry.getAddress().getPort()));
        producer = new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer());
        publisher = new KafkaEventPublisher(producer, client, InstantSource.fixed(NOW));
    }

    @AfterEach
    void stop() {
        publisher.close();
        registry.stop(0);
    }

    @Test
    void sendsAnEventUnderItsKeyInTheConfluentFormat() throws IOException {
        publisher.publish(ImportedEvent.of(ACCOUNT));
        publisher.publish(ImportedEvent.of(ACCOUNT));

        assertThat(producer.history()).hasSize(2);
        var record = producer.history().get(0);
        assertThat(record.topic()).isEqualTo("market.accounts.v1");
        assertThat(record.key()).asString(UTF_8).isEqualTo("hg-1");
        assertThat(ConfluentWire.schemaId(record.value())).isEqualTo(7);
        assertThat(decode(record, AccountEvent.class)).isEqualTo(ACCOUNT);
        assertThat(requests)
                .containsExactly(
                        "POST /subjects/market.accounts.v1-value",
                        "POST /subjects/market.accounts.v1-value/versions",
                        "PUT /config/market.accounts.v1-value");
    }

    @Test
    void waitsForARegistryThatIsAwayBeforeTheFirstEvent() {
        unavailable.set(2);

        publisher.publish(ImportedEvent.of(ACCOUNT));

        assertThat(producer.history()).hasSize(1);
        assertThat(unavailable).hasValue(0);
    }

    @Test
    void holdsTheSubjectToItsCompatibilityAlsoWhenTheRegistryGoesAwayInBetween() {
        cutAfter.set(2);

        publisher.publish(ImportedEvent.of(ACCOUNT));

        assertThat(requests)
                .containsExactly(
                        "POST /subjects/market.accounts.v1-value",
                        "POST /subjects/market.accounts.v1-value/versions",
                        "PUT /config/market.accounts.v1-value");
    }

    @Test
    void sendsARefusedLineToTheDeadLetters() throws IOException {
        publisher.publish(
                new RejectedLine("olist", "a.csv", 3, DeadLetterReason.MALFORMED_ROW, "why", "x,y".getBytes(UTF_8)));

        var record = producer.history().get(0);
        assertThat(record.topic()).isEqualTo("market.dead-letters.v1");
        var letter = decode(record, DeadLetter.class);
        assertThat(letter.getTopic()).isEqualTo("import:olist");
        assertThat(letter.getReason()).isEqualTo("MALFORMED_ROW");
        assertThat(letter.getFile()).isEqualTo("a.csv");
        assertThat(letter.getPartition()).isEqualTo(-1);
        assertThat(letter.getOffset()).isEqualTo(3);
        assertThat(letter.getTimestamp()).isEqualTo(NOW);
        assertThat(UTF_8.decode(letter.getPayload()).toString()).isEqualTo("x,y");
    }

    @Test
    void saysWhatKafkaDidNotTake() {
        publisher.publish(ImportedEvent.of(ACCOUNT));
        producer.errorNext(new TimeoutException("no answer"));

        assertThatThrownBy(publisher::flush).hasMessage("Kafka did not take an event: no answer");
        assertThatThrownBy(() -> publisher.publish(ImportedEvent.of(ACCOUNT))).hasMessageContaining("no answer");
    }

    private static <T> T decode(ProducerRecord<byte[], byte[]> record, Class<T> type) throws IOException {
        int header = ConfluentWire.HEADER_BYTES;
        var decoder = DecoderFactory.get().binaryDecoder(record.value(), header, record.value().length - header, null);
        return new SpecificDatumReader<>(type).read(null, decoder);
    }
}
