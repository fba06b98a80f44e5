package vn.nhipcho.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import vn.nhipcho.embedded.clickhouse.EmbeddedClickHouse;
import vn.nhipcho.embedded.kafka.BrokerAccess;
import vn.nhipcho.embedded.kafka.EmbeddedKafka;
import vn.nhipcho.embedded.registry.EmbeddedRegistry;
import vn.nhipcho.embedded.tls.SelfSigned;
import vn.nhipcho.embedded.tls.TlsProxy;
import vn.nhipcho.local.Command.Result;
import vn.nhipcho.local.data.DataDirectory;
import vn.nhipcho.local.deadletter.WholeTopic;
import vn.nhipcho.local.reference.AlertTopic;
import vn.nhipcho.model.Topics;
import vn.nhipcho.setup.SetupStep;
import vn.nhipcho.source.KafkaConfig;

/** Everything elsewhere, as a cluster has it: Kafka with TLS and SCRAM, registry and ClickHouse behind TLS. */
@TestMethodOrder(OrderAnnotation.class)
class EncryptedIT {
    private static final String ORDERS =
            "SELECT sum(orders) AS orders, sum(gross) AS gross FROM market.sales WHERE grouping = 'all'";
    /** An order that waits for its seller for a month, one in dollars, and a line that is none. */
    private static final List<String> MORE = List.of(
            order("waits", "hg-0001", "2025-07-10T09:00:00+07:00", "VND"),
            order("dollars", "hg-0001", "2025-07-11T09:00:00+07:00", "USD"),
            order("later", "htx-01", "2025-08-10T09:00:00+07:00", "VND"),
            "no line of JSON");

    @TempDir
    static Path folder;

    private static SelfSigned certificate;
    private static EmbeddedKafka kafka;
    private static EmbeddedRegistry registry;
    private static EmbeddedClickHouse clickhouse;
    private static TlsProxy registryProxy;
    private static TlsProxy clickhouseProxy;
    private static Path properties;

    @BeforeAll
    static void startAllOfIt() throws Exception {
        certificate = SelfSigned.in(folder.resolve("tls"));
        var access = new BrokerAccess(certificate, "nhip-cho", "right");
        kafka = EmbeddedKafka.start(folder.resolve("kafka"), 0, access);
        registry = EmbeddedRegistry.start(folder.resolve("registry"), 0);
        clickhouse = EmbeddedClickHouse.start(folder.resolve("clickhouse"));
        registryProxy = TlsProxy.before(registry.url(), certificate);
        clickhouseProxy = TlsProxy.before(clickhouse.url(), certificate);
        properties = properties("right", access);
    }

    @AfterAll
    static void stopAllOfIt() throws Exception {
        clickhouseProxy.close();
        registryProxy.close();
        clickhouse.close();
        registry.close();
        kafka.close();
    }

    @Test
    @Order(1)
    void saysWhatToDoAboutAWrongPassword() throws Exception {
        Path wrong = properties("wrong", new BrokerAccess(certificate, "nhip-cho", "wrong"));

        assertThatUpSays(
                wrong,
                "Kafka at %s refuses the log-in (Authentication failed during authentication due to invalid credentials",
                "): check user, password and sasl.mechanism in %s");
        assertThatThrownBy(() -> setUpTopics(wrong)).hasMessageContaining("refuses the log-in");
    }

    @Test
    @Order(1)
    void saysWhatToDoAboutACertificateThatIsNotTrusted() throws Exception {
        SelfSigned another = SelfSigned.in(folder.resolve("another"));
        Path distrusting = properties("distrusting", new BrokerAccess(another, "nhip-cho", "right"));

        assertThatUpSays(
                distrusting,
                "Kafka at %s shows a certificate that is not trusted (",
                "): ssl.truststore.location in %s must name the authority of its certificate");
        assertThatThrownBy(() -> setUpTopics(distrusting)).hasMessageContaining("is not trusted");

        for (String command : List.of("query", "migrate")) {
            var words = new ArrayList<>(List.of(command, "--clickhouse", clickhouseProxy.url()));
            if (command.equals("query")) {
                words.add("SELECT 1");
            }
            Result result = Command.run(Map.of(), directory(), words.toArray(String[]::new));
            assertThat(result.exit()).as(command).isEqualTo(3);
            assertThat(result.err().lines()).as(command).hasSize(1);
            assertThat(result.err())
                    .as(command)
                    .contains("no TLS with ClickHouse at " + clickhouseProxy.url())
                    .contains("NHIP_CHO_CA_FILE must name a PEM file with the authority of its certificate");
        }
    }

    @Test
    @Order(2)
    void bothJobsReadAndWriteThroughAllOfIt() throws Exception {
        assertThat(setUpTopics(properties)).hasSize(5);

        Result up = up(properties, "--source", "jsonl:" + lines());

        assertThat(up.exit()).as(up.err()).isZero();
        Result orders = run("query", "--clickhouse", clickhouseProxy.url(), ORDERS);
        assertThat(orders.out()).as(orders.err()).isEqualTo("orders\tgross\n7\t856000\n");
        var config = new KafkaConfig(kafka.bootstrapServers(), properties.toString());
        assertThat(AlertTopic.read(config.properties()))
                .filteredOn(alert -> alert.getRule().equals("order_unconfirmed"))
                .isNotEmpty();
        List<ConsumerRecord<byte[], byte[]>> dead = new ArrayList<>();
        WholeTopic.read(config.properties(), Topics.DEAD_LETTERS, dead::add);
        assertThat(dead).as("the dollars and the line").hasSize(2);
    }

    @Test
    @Order(3)
    void aDeadLetterIsReplayedThroughAllOfIt() throws Exception {
        Result replay = run(
                "dead-letters",
                "replay",
                "--reason",
                "WRONG_CURRENCY",
                "--set",
                "currency=VND",
                "--kafka",
                kafka.bootstrapServers(),
                "--kafka-properties",
                properties.toString(),
                "--registry",
                registryProxy.url(),
                "--clickhouse",
                clickhouseProxy.url());
        assertThat(replay.exit()).as(replay.out() + replay.err()).isZero();

        Result up = up(properties);

        assertThat(up.exit()).as(up.err()).isZero();
        assertThat(run("query", "--clickhouse", clickhouseProxy.url(), ORDERS).out())
                .isEqualTo("orders\tgross\n8\t866000\n");
    }

    private static void assertThatUpSays(Path clientProperties, String what, String todo) throws Exception {
        Result up = up(clientProperties, "--source", "none");

        assertThat(up.exit()).as(up.out() + up.err()).isEqualTo(3);
        assertThat(up.err().lines()).hasSize(1);
        assertThat(up.err())
                .contains(what.formatted(kafka.bootstrapServers()))
                .contains(todo.formatted(clientProperties));
    }

    private static List<String> setUpTopics(Path clientProperties) throws Exception {
        String[] words = {
            "topics",
            "--kafka",
            kafka.bootstrapServers(),
            "--kafka-properties",
            clientProperties.toString(),
            "--partitions",
            "2"
        };
        return SetupStep.of(words, Map.of()).run();
    }

    private static Result up(Path clientProperties, String... more) throws Exception {
        return run(Stream.concat(
                        Stream.of(
                                "up",
                                "--once",
                                "--kafka",
                                kafka.bootstrapServers(),
                                "--kafka-properties",
                                clientProperties.toString(),
                                "--registry",
                                registryProxy.url(),
                                "--clickhouse",
                                clickhouseProxy.url()),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    private static Result run(String... words) throws Exception {
        return Command.run(Map.of("NHIP_CHO_CA_FILE", certificate.authority().toString()), directory(), words);
    }

    private static DataDirectory directory() {
        return new DataDirectory(folder.resolve("data"));
    }

    private static Path properties(String name, BrokerAccess access) throws Exception {
        Path password = Files.writeString(folder.resolve(name + ".password"), "password=" + access.password());
        return Files.writeString(folder.resolve(name + ".properties"), access.clientProperties(password));
    }

    private static Path lines() throws Exception {
        var lines = new ArrayList<>(Files.readAllLines(Command.CHECKOUT.resolve("examples/first-orders.jsonl")));
        lines.addAll(MORE);
        return Files.write(folder.resolve("orders.jsonl"), lines);
    }

    private static String order(String id, String seller, String at, String currency) {
        return """
                {"topic":"orders","event":{"event_id":"push-%1$s","platform":"shopee","order_id":"%1$s",\
                "seller_id":"%2$s","status_raw":"READY_TO_SHIP","occurred_at":"%3$s","placed_at":"%3$s",\
                "currency":"%4$s","lines":[{"line_id":"1","commodity":"KHOM","quantity":"1","unit":"kg",\
                "unit_price":"10000"}]}}""".formatted(id, seller, at, currency);
    }
}
