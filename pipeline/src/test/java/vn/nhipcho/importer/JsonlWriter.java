package vn.nhipcho.importer;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import vn.nhipcho.model.Topics;

/** Writes events as the source {@code jsonl} reads them; fields that are null or at their default are left out. */
final class JsonlWriter {
    private static final Map<String, String> SHORT_TOPICS =
            Map.of(Topics.ORDERS, "orders", Topics.ACCOUNTS, "accounts", Topics.LISTINGS, "listings");

    private JsonlWriter() {}

    /** One line, without its line end. */
    static String line(ImportedEvent event) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("topic", SHORT_TOPICS.get(event.topic()))
                .set("event", object(event.event()))
                .toString();
    }

    private static ObjectNode object(IndexedRecord record) {
        var object = JsonNodeFactory.instance.objectNode();
        for (Schema.Field field : record.getSchema().getFields()) {
            Object value = record.get(field.pos());
            if (value == null || Boolean.FALSE.equals(value)) {
                continue;
            }
            if (value instanceof Collection<?> list) {
                var array = object.putArray(field.name());
                list.forEach(element -> array.add(object((IndexedRecord) element)));
            } else if (value instanceof Integer number) {
                object.put(field.name(), number);
            } else if (value instanceof Boolean flag) {
                object.put(field.name(), flag);
            } else if (value instanceof BigDecimal number) {
                object.put(field.name(), number.toPlainString());
            } else {
                object.put(field.name(), value.toString()); // text, symbol, ISO 8601 of a time or a date
            }
        }
        return object;
    }
}
