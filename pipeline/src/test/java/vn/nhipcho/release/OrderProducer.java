package vn.nhipcho.release;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.EncoderFactory;
import vn.nhipcho.model.Topics;

/** A connector that writes pushes of one marketplace in one version of the contract, whatever the job was built with. */
final class OrderProducer {
    static final String PLATFORM = "tiki";
    private static final Instant PLACED = Instant.parse("2026-06-10T03:00:00Z");

    private final Stage stage;
    private final Schema schema;
    private final int id;
    private final Object origin;
    private final Object cancelledBy;

    /**
     * @param subject that the version is registered under
     * @param origin symbol of the enum
     * @param cancelledBy a value of any of the union's types
     */
    OrderProducer(Stage stage, String subject, Schema schema, String origin, Object cancelledBy) {
        this.stage = stage;
        this.schema = schema;
        this.id = stage.registry().register(subject, schema);
        this.origin = new GenericData.EnumSymbol(branch("origin", Schema.Type.ENUM), origin);
        this.cancelledBy = cancelledBy;
    }

    /** An order of one line worth 20,000. */
    void place(int order) throws Exception {
        Schema line = branch("lines", Schema.Type.ARRAY).getElementType();
        GenericRecord one = new GenericRecordBuilder(line)
                .set("line_id", "1")
                .set("commodity", "CAM")
                .set("quantity", decimal("2.000"))
                .set("unit", "kg")
                .set("unit_price", decimal("10000.00"))
                .build();
        send(push(order, "placed", "AWAITING_SELLER", 0)
                .set("placed_at", PLACED.toEpochMilli())
                .set("origin", origin)
                .set("lines", List.of(one)));
    }

    void cancel(int order) throws Exception {
        send(push(order, "cancelled", "CANCELLED", 60).set("cancelled_by", cancelledBy));
    }

    private GenericRecordBuilder push(int order, String what, String status, long minutes) {
        return new GenericRecordBuilder(schema)
                .set("event_id", "evolution-" + order + "-" + what)
                .set("platform", PLATFORM)
                .set("order_id", "evolution-" + order)
                .set("seller_id", "evolution-seller")
                .set("status_raw", status)
                .set("occurred_at", PLACED.plusSeconds(60 * minutes).toEpochMilli());
    }

    private void send(GenericRecordBuilder push) throws Exception {
        GenericRecord event = push.build();
        var bytes = new ByteArrayOutputStream();
        bytes.write(ByteBuffer.allocate(5).put((byte) 0).putInt(id).array());
        var encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new GenericDatumWriter<GenericRecord>(schema).write(event, encoder);
        encoder.flush();
        stage.send(Topics.ORDERS, PLATFORM + ":" + event.get("order_id"), bytes.toByteArray());
    }

    private Schema branch(String field, Schema.Type type) {
        return schema.getField(field).schema().getTypes().stream()
                .filter(one -> one.getType() == type)
                .findFirst()
                .orElseThrow();
    }

    private static ByteBuffer decimal(String number) {
        return ByteBuffer.wrap(new BigDecimal(number).unscaledValue().toByteArray());
    }
}
