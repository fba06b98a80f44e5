package vn.nhipcho.source;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * Writes an event in the plain JSON of the {@code jsonl} source: Avro field names, decimals as strings, times in
 * milliseconds, null fields left out. So the history in ClickHouse can be read there and streamed in again. For one
 * thread.
 *
 * <p>Written by hand because each event passes here: Jackson's generator took as long as decoding the event.
 */
public final class EventJson {
    private static final String ESCAPED = "\\u%04x";

    private final StringBuilder out = new StringBuilder(1024);
    private final Map<Schema, String[]> names = new IdentityHashMap<>();

    public String of(SpecificRecord event) {
        out.setLength(0);
        write(event);
        return out.toString();
    }

    private void write(SpecificRecord record) {
        String[] quoted = names.computeIfAbsent(record.getSchema(), EventJson::quotedNames);
        char before = '{';
        for (int i = 0; i < quoted.length; i++) {
            Object value = record.get(i);
            if (value != null) {
                out.append(before).append(quoted[i]);
                writeValue(value);
                before = ',';
            }
        }
        out.append(before == '{' ? "{}" : "}");
    }

    private void writeValue(Object value) {
        if (value instanceof String text) {
            writeText(text);
        } else if (value instanceof Instant time) {
            out.append(time.toEpochMilli());
        } else if (value instanceof BigDecimal decimal) {
            out.append('"').append(decimal.toPlainString()).append('"');
        } else if (value instanceof List<?> list) {
            writeList(list);
        } else if (value instanceof SpecificRecord record) {
            write(record);
        } else if (value instanceof Boolean || value instanceof Integer) {
            out.append(value);
        } else {
            writeText(value.toString());
        }
    }

    private void writeList(List<?> list) {
        out.append('[');
        for (int i = 0; i < list.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            writeValue(list.get(i));
        }
        out.append(']');
    }

    private void writeText(String text) {
        out.append('"');
        int written = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                out.append(text, written, i);
                out.append(c < ' ' ? String.format(ESCAPED, (int) c) : "\\" + c);
                written = i + 1;
            }
        }
        if (written == 0) {
            out.append(text);
        } else {
            out.append(text, written, text.length());
        }
        out.append('"');
    }

    private static String[] quotedNames(Schema schema) {
        return schema.getFields().stream()
                .map(field -> "\"" + field.name() + "\":")
                .toArray(String[]::new);
    }
}
