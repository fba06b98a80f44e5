package vn.nhipcho.simulation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import vn.nhipcho.model.Topics;

/**
 * Writes events as the source {@code jsonl} reads them: one object a line, Avro field names, decimals as strings, times
 * as ISO 8601; fields that tell nothing are left out.
 */
public final class JsonLines implements Closeable {
    private static final Map<String, String> SHORT_TOPIC =
            Map.of(Topics.ORDERS, "orders", Topics.ACCOUNTS, "accounts", Topics.LISTINGS, "listings");

    private final JsonGenerator json;

    /** Closing this closes {@code out}. */
    public JsonLines(OutputStream out) throws IOException {
        json = new JsonFactory().createGenerator(out);
        json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
    }

    public void write(TimedEvent event) throws IOException {
        json.writeStartObject();
        json.writeStringField("topic", SHORT_TOPIC.get(event.topic()));
        json.writeFieldName("event");
        writeRecord(event.event());
        json.writeEndObject();
    }

    /** The truth about one seller. */
    public void write(SellerLabel label) throws IOException {
        json.writeStartObject();
        json.writeStringField("seller_id", label.sellerId());
        json.writeStringField("started_at", label.startedAt().toString());
        if (label.stoppedAt() != null) {
            json.writeStringField("stopped_at", label.stoppedAt().toString());
        }
        if (label.reason() != null) {
            json.writeStringField("reason", label.reason().name());
        }
        json.writeFieldName("season_months");
        writeValue(label.seasonMonths());
        json.writeFieldName("commodities");
        writeValue(label.commodities());
        json.writeNumberField("orders_per_month", label.ordersPerMonth());
        json.writeEndObject();
    }

    /** An invented cooperative, with the columns of {@code cooperatives.csv} that it has. */
    public void write(Organisation organisation) throws IOException {
        json.writeStartObject();
        json.writeStringField("cooperative_id", organisation.id());
        json.writeStringField("name", organisation.name());
        json.writeStringField("kind", organisation.kind().name());
        json.writeStringField("commune_code", organisation.communeCode());
        json.writeStringField("commune_valid_on", Commune.REFORM.minusDays(1).toString());
        json.writeStringField("source", OrderPart.SOURCE);
        json.writeEndObject();
    }

    @Override
    public void close() throws IOException {
        json.writeRaw('\n');
        json.close();
    }

    private void writeRecord(SpecificRecord record) throws IOException {
        json.writeStartObject();
        for (Schema.Field field : record.getSchema().getFields()) {
            Object value = record.get(field.pos());
            if (value != null) {
                json.writeFieldName(field.name());
                writeValue(value);
            }
        }
        json.writeEndObject();
    }

    private void writeValue(Object value) throws IOException {
        if (value instanceof SpecificRecord record) {
            writeRecord(record);
        } else if (value instanceof Collection<?> items) {
            json.writeStartArray();
            for (Object item : items) {
                writeValue(item);
            }
            json.writeEndArray();
        } else if (value instanceof BigDecimal number) {
            json.writeString(number.toPlainString());
        } else if (value instanceof Integer number) {
            json.writeNumber(number);
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else {
            // Texts, and instants, dates and enums in the form of their toString.
            json.writeString(value.toString());
        }
    }
}
