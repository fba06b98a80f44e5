package vn.nhipcho.source;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nhipcho.deadletter.DeadLetterReason.INCOMPATIBLE_SCHEMA;
import static vn.nhipcho.deadletter.DeadLetterReason.IN_THE_FUTURE;
import static vn.nhipcho.deadletter.DeadLetterReason.MALFORMED_TEXT;
import static vn.nhipcho.deadletter.DeadLetterReason.MISSING_FIELD;
import static vn.nhipcho.deadletter.DeadLetterReason.NOT_CONFLUENT_FORMAT;
import static vn.nhipcho.deadletter.DeadLetterReason.OUT_OF_RANGE;
import static vn.nhipcho.deadletter.DeadLetterReason.TOO_LARGE;
import static vn.nhipcho.deadletter.DeadLetterReason.UNDECODABLE;
import static vn.nhipcho.deadletter.DeadLetterReason.UNKNOWN_SCHEMA_ID;
import static vn.nhipcho.deadletter.DeadLetterReason.WRONG_CURRENCY;
import static vn.nhipcho.fixture.AnOrderEvent.OCCURRED_AT;
import static vn.nhipcho.fixture.AnOrderEvent.aLine;
import static vn.nhipcho.fixture.AnOrderEvent.anOrderEvent;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nhipcho.deadletter.DeadLetterReason;
import vn.nhipcho.deadletter.Rejected;
import vn.nhipcho.event.AccountEvent;
import vn.nhipcho.event.OrderEvent;
import vn.nhipcho.event.OrderLine;
import vn.nhipcho.event.OrderOrigin;
import vn.nhipcho.marketplace.StatusMap;
import vn.nhipcho.model.EventRow;
import vn.nhipcho.model.Line;
import vn.nhipcho.model.OrderPush;
import vn.nhipcho.model.OrderStatus;
import vn.nhipcho.registry.ConfluentWire;
import vn.nhipcho.registry.SchemaLookup;

class OrderDecoderTest {
    private static final StatusMap STATUSES = StatusMap.load();

    private final OrderDecoder decoder = decoderOf(OrderEvent.getClassSchema());

    @Test
    void acceptsAWholeOrderInTheUnitsOfTheModel() {
        var event = anOrderEvent()
                .setPlacedAt(OCCURRED_AT.minusSeconds(60))
                .setShippingFee(new BigDecimal("15000.50"))
                .setCurrency("VND")
                .setPaymentMethod("COD")
                .setPromisedAt(OCCURRED_AT.plus(Duration.ofDays(3)))
                .setBuyerProvince("79")
                .setConfirmBy(OCCURRED_AT.plus(Duration.ofDays(1)))
                .setCancelledBy("SELLER")
                .setOrigin(OrderOrigin.PROGRAMME)
                .setStatusIsSnapshot(true)
                .setLines(List.of(aLine().setProductId("p-1")
                        .setCommodity("khom")
                        .setDiscount(new BigDecimal("500.00"))
                        .setShippingFee(new BigDecimal("1.05"))
                        .build()))
                .build();
        var push = accepted(event).value();
        assertThat(push)
                .isEqualTo(new OrderPush(
                        "shopee",
                        "order-1",
                        "seller-a",
                        "push-1",
                        OrderStatus.AWAITING_SELLER,
                        "READY_TO_SHIP",
                        OCCURRED_AT.toEpochMilli(),
                        push.payloadHash(),
                        OCCURRED_AT.toEpochMilli() - 60_000,
                        List.of(new Line("1", "p-1", "khom", 2_500, "kg", 20_000_00, 500_00, 105)),
                        15_000_50L,
                        "COD",
                        OCCURRED_AT.toEpochMilli() + Duration.ofDays(3).toMillis(),
                        "79",
                        OCCURRED_AT.toEpochMilli() + Duration.ofDays(1).toMillis(),
                        "SELLER",
                        OrderPush.Origin.PROGRAMME,
                        true,
                        Records.of(event).source()));
    }

    @Test
    void leavesWhatThePushDoesNotTellNull() {
        var push = accepted(anOrderEvent().setLines(null).build()).value();
        assertThat(push.lines()).isNull();
        assertThat(push.placedAt()).isNull();
        assertThat(push.shippingFee()).isNull();
        assertThat(push.origin()).isNull();
    }

    @Test
    void anEmptyListOfLinesIsNoMissingList() {
        assertThat(accepted(anOrderEvent().setLines(List.of()).build()).value().lines())
                .isEmpty();
    }

    @Test
    void keepsTheEventForTheHistory() {
        var accepted = accepted(anOrderEvent().setLines(null).build());
        assertThat(accepted.history())
                .isEqualTo(new EventRow(
                        "market.orders.v1",
                        "shopee:order-1",
                        "seller-a",
                        "push-1",
                        OCCURRED_AT.toEpochMilli(),
                        accepted.value().payloadHash(),
                        accepted.value().source().timestamp(),
                        "{\"event_id\":\"push-1\",\"platform\":\"shopee\",\"order_id\":\"order-1\","
                                + "\"seller_id\":\"seller-a\",\"status_raw\":\"READY_TO_SHIP\",\"occurred_at\":"
                                + OCCURRED_AT.toEpochMilli() + ",\"status_is_snapshot\":false}"));
    }

    @Test
    void acceptsAStatusThatNobodyKnows() {
        assertThat(accepted(anOrderEvent().setStatusRaw("TELEPORTED").build())
                        .value()
                        .status())
                .isEqualTo(OrderStatus.UNKNOWN);
    }

    @Test
    void acceptsAnOrderWithoutLinesAndSeller() {
        assertThat(accepted(anOrderEvent().setSellerId("").setLines(List.of()).build())
                        .value()
                        .sellerId())
                .isEmpty();
    }

    @Test
    void needsNoKafkaKey() {
        var raw = Records.of(anOrderEvent().build());
        var keyless = new RawRecord(raw.topic(), 3, 42, raw.timestamp(), null, raw.value(), 1);
        assertThat(decoder.decode(keyless)).isInstanceOf(Decoded.Accepted.class);
    }

    @Test
    void givesOneSpellingToOneText() {
        String composed = "Hậu Giang";
        String decomposed = Normalizer.normalize(composed, Normalizer.Form.NFD);
        assertThat(decomposed).isNotEqualTo(composed);
        assertThat(accepted(anOrderEvent().setBuyerProvince(decomposed).build())
                        .value()
                        .buyerProvince())
                .isEqualTo(composed);
    }

    @Test
    void takesTheSameHashWhateverIdTheSchemaHas() {
        var event = anOrderEvent().build();
        var everywhere =
                new OrderDecoder(id -> new SchemaLookup.Found(OrderEvent.getClassSchema()), STATUSES::canonical, "VND");
        long one = hash(everywhere.decode(Records.of(ConfluentWire.encode(1, event))));
        assertThat(hash(everywhere.decode(Records.of(ConfluentWire.encode(2, event)))))
                .isEqualTo(one);
        assertThat(hash(everywhere.decode(
                        Records.of(anOrderEvent().setEventId("push-2").build()))))
                .isNotEqualTo(one);
    }

    @Test
    void acceptsATimeTenMinutesAheadOfItsRecordAndNotAMillisecondMore() {
        var latest = Instant.ofEpochMilli(Records.TIMESTAMP).plus(Duration.ofMinutes(10));
        assertThat(accepted(anOrderEvent().setOccurredAt(latest).build())
                        .value()
                        .occurredAt())
                .isEqualTo(latest.toEpochMilli());
        assertThat(refused(Records.of(anOrderEvent()
                                .setOccurredAt(latest.plusMillis(1))
                                .build()))
                        .reason())
                .isEqualTo(IN_THE_FUTURE);
    }

    static Stream<Arguments> events() {
        return Stream.of(
                refusal(MISSING_FIELD, "event_id", anOrderEvent().setEventId(" ")),
                refusal(MISSING_FIELD, "platform", anOrderEvent().setPlatform("")),
                refusal(MISSING_FIELD, "order_id", anOrderEvent().setOrderId("")),
                refusal(MISSING_FIELD, "status_raw", anOrderEvent().setStatusRaw("")),
                refusal(MISSING_FIELD, "seller_id", anOrderEvent().setSellerId("")),
                refusal(
                        MISSING_FIELD,
                        "lines.line_id",
                        anOrderEvent().setLines(List.of(aLine().setLineId("").build()))),
                refusal(
                        MISSING_FIELD,
                        "lines.unit",
                        anOrderEvent().setLines(List.of(aLine().setUnit("").build()))),
                refusal(OUT_OF_RANGE, "lines.quantity is -1.000", quantity("-1.000")),
                refusal(OUT_OF_RANGE, "lines.quantity is 1000000000.001", quantity("1000000000.001")),
                refusal(OUT_OF_RANGE, "lines.unit_price is -0.01", price("-0.01")),
                refusal(OUT_OF_RANGE, "lines.unit_price is 1000000000000.01", price("1000000000000.01")),
                refusal(
                        OUT_OF_RANGE,
                        "quantity times unit_price",
                        anOrderEvent()
                                .setLines(List.of(aLine().setQuantity(new BigDecimal("1000000000.000"))
                                        .setUnitPrice(new BigDecimal("1000000000000.00"))
                                        .build()))),
                refusal(
                        OUT_OF_RANGE,
                        "lines.discount is -1.00",
                        anOrderEvent()
                                .setLines(List.of(aLine().setDiscount(new BigDecimal("-1.00"))
                                        .build()))),
                refusal(
                        OUT_OF_RANGE,
                        "quantity together",
                        twoOf(aLine().setQuantity(new BigDecimal("600000000.000"))
                                .setUnitPrice(new BigDecimal("0.00")))),
                refusal(
                        OUT_OF_RANGE,
                        "value together",
                        twoOf(aLine().setQuantity(new BigDecimal("1.000"))
                                .setUnitPrice(new BigDecimal("600000000000.00")))),
                refusal(
                        OUT_OF_RANGE,
                        "discount together",
                        twoOf(aLine().setDiscount(new BigDecimal("600000000000.00")))),
                refusal(
                        OUT_OF_RANGE,
                        "shipping_fee together",
                        twoOf(aLine().setShippingFee(new BigDecimal("600000000000.00")))),
                refusal(OUT_OF_RANGE, "shipping_fee", anOrderEvent().setShippingFee(new BigDecimal("-1.00"))),
                refusal(
                        OUT_OF_RANGE,
                        "same line_id",
                        anOrderEvent().setLines(List.of(aLine().build(), aLine().build()))),
                refusal(OUT_OF_RANGE, "order_id has 513", anOrderEvent().setOrderId("x".repeat(513))),
                refusal(
                        OUT_OF_RANGE,
                        "occurred_at is 1999",
                        anOrderEvent().setOccurredAt(Instant.parse("1999-12-31T23:59:59Z"))),
                refusal(
                        OUT_OF_RANGE,
                        "occurred_at",
                        anOrderEvent().setOccurredAt(Instant.ofEpochMilli(Long.MIN_VALUE))),
                refusal(
                        OUT_OF_RANGE,
                        "promised_at",
                        anOrderEvent().setPromisedAt(Instant.parse("2099-01-01T00:00:00Z"))),
                refusal(OUT_OF_RANGE, "confirm_by", anOrderEvent().setConfirmBy(Instant.ofEpochMilli(Long.MAX_VALUE))),
                refusal(
                        IN_THE_FUTURE,
                        "occurred_at is 2099",
                        anOrderEvent().setOccurredAt(Instant.parse("2099-01-01T00:00:00Z"))),
                refusal(IN_THE_FUTURE, "placed_at", anOrderEvent().setPlacedAt(OCCURRED_AT.plus(Duration.ofHours(1)))),
                refusal(WRONG_CURRENCY, "currency is USD", anOrderEvent().setCurrency("USD")),
                refusal(WRONG_CURRENCY, "no ISO 4217 code", anOrderEvent().setCurrency("Nguyễn Văn A")),
                refusal(MALFORMED_TEXT, "buyer_province", anOrderEvent().setBuyerProvince("C\uFFFDn Th\u01A1")),
                refusal(
                        MALFORMED_TEXT,
                        "control character at character 2",
                        anOrderEvent().setOrderId("o\u0000")),
                refusal(MALFORMED_TEXT, "control character", anOrderEvent().setPaymentMethod("COD\u0085")));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("events")
    void refusesWhatTheRulesCannotUse(DeadLetterReason reason, String detail, OrderEvent event) {
        Rejected rejected = refused(Records.of(event));
        assertThat(rejected.reason()).isEqualTo(reason);
        assertThat(rejected.detail()).contains(detail).doesNotContain("Nguyễn");
    }

    static Stream<Arguments> values() {
        byte[] whole = ConfluentWire.encode(Records.SCHEMA_ID, anOrderEvent().build());
        byte[] wrongMagic = whole.clone();
        wrongMagic[0] = 1;
        byte[] longer = Arrays.copyOf(whole, whole.length + 1);
        return Stream.of(
                Arguments.of(NOT_CONFLUENT_FORMAT, null),
                Arguments.of(NOT_CONFLUENT_FORMAT, new byte[0]),
                Arguments.of(NOT_CONFLUENT_FORMAT, new byte[] {0, 0, 0, 7}),
                Arguments.of(NOT_CONFLUENT_FORMAT, "{\"event_id\":\"push-1\"}".getBytes(StandardCharsets.UTF_8)),
                Arguments.of(NOT_CONFLUENT_FORMAT, wrongMagic),
                Arguments.of(
                        UNKNOWN_SCHEMA_ID,
                        ConfluentWire.encode(8, anOrderEvent().build())),
                Arguments.of(UNDECODABLE, Arrays.copyOf(whole, whole.length - 1)),
                Arguments.of(UNDECODABLE, Arrays.copyOf(whole, ConfluentWire.HEADER_BYTES)),
                Arguments.of(UNDECODABLE, longer),
                Arguments.of(UNDECODABLE, claimingALongText()),
                Arguments.of(TOO_LARGE, new byte[EventReader.MOST_BYTES + 1]));
    }

    @ParameterizedTest(name = "{0} {index}")
    @MethodSource("values")
    void refusesBytesThatAreNoEvent(DeadLetterReason reason, byte[] value) {
        RawRecord raw = Records.of(value);
        Rejected rejected = refused(raw);
        assertThat(rejected.reason()).isEqualTo(reason);
        assertThat(rejected)
                .usingRecursiveComparison()
                .ignoringFields("reason", "schemaId", "detail")
                .isEqualTo(raw.reject(null, "decode-orders", null, null));
    }

    @ParameterizedTest
    @ValueSource(ints = {0xC3787878, 0xEDA08078, 0xFFFFFFFF})
    void refusesBytesThatAreNoUtf8InsideAText(int fourBytes) {
        byte[] value = ConfluentWire.encode(
                Records.SCHEMA_ID, anOrderEvent().setOrderId("xxxx").build());
        int at = new String(value, StandardCharsets.ISO_8859_1).indexOf("xxxx");
        ByteBuffer.wrap(value).putInt(at, fourBytes);
        assertThat(refused(Records.of(value)).reason()).isEqualTo(MALFORMED_TEXT);
    }

    @Test
    void refusesTheEventsOfAnotherTopic() {
        var rejected = refusedBy(
                decoderOf(AccountEvent.getClassSchema()),
                Records.of(anOrderEvent().build()));
        assertThat(rejected.reason()).isEqualTo(INCOMPATIBLE_SCHEMA);
        assertThat(rejected.schemaId()).isEqualTo(Records.SCHEMA_ID);
        assertThat(rejected.detail()).contains("AccountEvent", "OrderEvent");
    }

    @ParameterizedTest
    @MethodSource("changedMeanings")
    void refusesASchemaInWhichNumbersMeanSomethingElse(String from, String to, String detail) {
        Schema writer =
                new Schema.Parser().parse(OrderEvent.getClassSchema().toString().replace(from, to));
        var rejected = refusedBy(decoderOf(writer), Records.of(anOrderEvent().build()));
        assertThat(rejected.reason()).isEqualTo(INCOMPATIBLE_SCHEMA);
        assertThat(rejected.detail()).contains(detail);
    }

    static Stream<Arguments> changedMeanings() {
        return Stream.of(
                Arguments.of(
                        "\"precision\":18,\"scale\":2",
                        "\"precision\":18,\"scale\":0",
                        "OrderEvent.lines[].unit_price was written as decimal of scale 0, expected is decimal of scale 2"),
                Arguments.of(
                        "timestamp-millis",
                        "timestamp-micros",
                        "OrderEvent.occurred_at was written as timestamp-micros"));
    }

    @Test
    void refusesWhatIsNoAvroSchema() {
        var other = new OrderDecoder(
                id -> new SchemaLookup.NotAvro("the registry has a schema of type PROTOBUF under this id"),
                STATUSES::canonical,
                "VND");
        assertThat(refusedBy(other, Records.of(anOrderEvent().build())).reason())
                .isEqualTo(INCOMPATIBLE_SCHEMA);
    }

    @Test
    void countsTheAttemptsOfAReplayedRecord() {
        var third = new RawRecord("t", 0, 9, Records.TIMESTAMP, null, new byte[0], 3);
        assertThat(refused(third).attempt()).isEqualTo(3);
    }

    private static Arguments refusal(DeadLetterReason reason, String detail, OrderEvent.Builder event) {
        return Arguments.of(reason, detail, event.build());
    }

    private static OrderEvent.Builder quantity(String quantity) {
        return anOrderEvent()
                .setLines(List.of(aLine().setQuantity(new BigDecimal(quantity)).build()));
    }

    private static OrderEvent.Builder twoOf(OrderLine.Builder line) {
        return anOrderEvent()
                .setLines(
                        List.of(line.setLineId("1").build(), line.setLineId("2").build()));
    }

    private static OrderEvent.Builder price(String price) {
        return anOrderEvent()
                .setLines(List.of(aLine().setUnitPrice(new BigDecimal(price)).build()));
    }

    /** Its first text claims to be two billion bytes long: nobody may set that much memory aside. */
    private static byte[] claimingALongText() {
        return ByteBuffer.allocate(10)
                .put((byte) 0)
                .putInt(Records.SCHEMA_ID)
                .put(new byte[] {(byte) 0xFE, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x0F})
                .array();
    }

    private static OrderDecoder decoderOf(Schema writer) {
        return new OrderDecoder(Records.registryWith(writer), STATUSES::canonical, "VND");
    }

    private Decoded.Accepted<OrderPush> accepted(OrderEvent event) {
        return (Decoded.Accepted<OrderPush>) decoder.decode(Records.of(event));
    }

    private Rejected refused(RawRecord record) {
        return refusedBy(decoder, record);
    }

    private static Rejected refusedBy(OrderDecoder decoder, RawRecord record) {
        return ((Decoded.Refused<OrderPush>) decoder.decode(record)).letter();
    }

    private static long hash(Decoded<OrderPush> decoded) {
        return ((Decoded.Accepted<OrderPush>) decoded).value().payloadHash();
    }
}
