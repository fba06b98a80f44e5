package vn.nhipcho.local.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import vn.nhipcho.clickhouse.Deployment;
import vn.nhipcho.event.DeadLetter;
import vn.nhipcho.event.OrderEvent;
import vn.nhipcho.local.deadletter.PrepareReplay.Prepared;
import vn.nhipcho.model.Topics;
import vn.nhipcho.registry.ConfluentWire;
import vn.nhipcho.registry.SchemaLookup;
import vn.nhipcho.registry.SchemaSource;

class PrepareReplayTest {
    private static final int SCHEMA_ID = 7;
    private static final Deployment DEPLOYMENT = new Deployment(ZoneId.of("Asia/Ho_Chi_Minh"), "VND", false);
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2025-03-11T00:00:00Z"));
    private static final SchemaSource REGISTRY =
            id -> id == SCHEMA_ID ? new SchemaLookup.Found(OrderEvent.getClassSchema()) : new SchemaLookup.Unknown();
    private static final byte[] IN_DOLLARS =
            ConfluentWire.encode(SCHEMA_ID, order().setCurrency("USD").build());

    @Test
    void sendsTheMendedEventUnderItsKeyAndSaysWhereItComesFrom() {
        var ready = ready(letter(IN_DOLLARS), "currency=VND");

        assertThat(ready.judged()).isEqualTo("accepted");
        assertThat(ready.shown()).contains("\"currency\":\"VND\"");
        ProducerRecord<byte[], byte[]> record = ready.record();
        assertThat(record.topic()).isEqualTo(Topics.ORDERS);
        assertThat(record.partition()).isEqualTo(3);
        assertThat(record.key()).isEqualTo(new byte[] {1, 2});
        assertThat(record.value())
                .isEqualTo(ConfluentWire.encode(
                        SCHEMA_ID, order().setCurrency("VND").build()));
        assertThat(header(record, "attempt")).isEqualTo("3");
        assertThat(header(record, "replay-of")).isEqualTo("market.orders.v1:3:42");
    }

    @Test
    void sendsTheBytesAsTheyCameWithoutAFixAndSaysThatTheyWillBeDeadAgain() {
        var ready = ready(letter(IN_DOLLARS));

        assertThat(ready.record().value()).isEqualTo(IN_DOLLARS);
        assertThat(ready.judged()).startsWith("dead again, WRONG_CURRENCY: currency is USD");
    }

    @Test
    void acceptsNowWhatWasInTheFutureThen() {
        byte[] early = ConfluentWire.encode(SCHEMA_ID, order().build());

        assertThat(ready(letter(early)).judged()).isEqualTo("accepted");
    }

    @Test
    void sendsWhatCannotBeDecodedOnlyAsItIs() {
        byte[] unknown = IN_DOLLARS.clone();
        unknown[4] = 99;

        var ready = ready(letter(unknown));
        assertThat(ready.record().value()).isEqualTo(unknown);
        assertThat(ready.judged()).startsWith("cannot be decoded, goes as it is: dead again, UNKNOWN_SCHEMA_ID");
        assertThat(ready.shown()).isEqualTo(unknown.length + " bytes");

        assertThat(prepare(letter(unknown), "currency=VND"))
                .isInstanceOfSatisfying(Prepared.LeftAlone.class, alone -> assertThat(alone.why())
                        .startsWith("cannot be decoded, so --set does not apply"));
    }

    @Test
    void leavesAloneWhatAFixDoesNotFit() {
        assertThat(prepare(letter(IN_DOLLARS), "lines.0.unit=kg"))
                .isEqualTo(new Prepared.LeftAlone("--set does not apply: lines is null here; set the whole of it"));
    }

    private static Prepared.Ready ready(DeadLetter letter, String... fixes) {
        return (Prepared.Ready) prepare(letter, fixes);
    }

    private static Prepared prepare(DeadLetter letter, String... fixes) {
        List<FieldFix> parsed = Stream.of(fixes).map(FieldFix::parse).toList();
        return new PrepareReplay(
                        REGISTRY, (topic, event) -> ConfluentWire.encode(SCHEMA_ID, event), DEPLOYMENT, parsed, CLOCK)
                .prepare(letter);
    }

    private static DeadLetter letter(byte[] payload) {
        return DeadLetter.newBuilder()
                .setReason("WRONG_CURRENCY")
                .setStep("decode-orders")
                .setTopic(Topics.ORDERS)
                .setPartition(3)
                .setOffset(42)
                .setTimestamp(Instant.parse("2025-03-10T02:00:00Z"))
                .setKey(ByteBuffer.wrap(new byte[] {1, 2}))
                .setPayload(ByteBuffer.wrap(payload))
                .setDetail("why")
                .setAttempt(2)
                .build();
    }

    private static OrderEvent.Builder order() {
        return OrderEvent.newBuilder()
                .setEventId("push-1")
                .setPlatform("shopee")
                .setOrderId("order-1")
                .setSellerId("seller-1")
                .setStatusRaw("READY_TO_SHIP")
                .setOccurredAt(Instant.parse("2025-03-10T20:00:00Z"));
    }

    private static String header(ProducerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.US_ASCII);
    }
}
