package vn.nhipcho.local.deadletter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import vn.nhipcho.importer.JsonEvents;
import vn.nhipcho.importer.RowRejected;
import vn.nhipcho.local.WrongUse;

/**
 * Sets one field of an event, such as {@code lines.0.quantity=1.5}; in a list, {@code *} is every entry. The value is JSON
 * as in a {@code jsonl} file, and what is not JSON is a text.
 */
public final class FieldFix {
    private static final String EVERY = "*";
    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build()
            .reader();

    private final List<String> path;
    private final JsonNode value;

    private FieldFix(List<String> path, JsonNode value) {
        this.path = path;
        this.value = value;
    }

    public static FieldFix parse(String text) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new WrongUse(
                    "--set: '%s' is no fix; write it like currency=VND or lines.0.quantity=1.5".formatted(text));
        }
        return new FieldFix(List.of(text.substring(0, equals).split("\\.", -1)), json(text.substring(equals + 1)));
    }

    private static JsonNode json(String text) {
        try {
            JsonNode read = JSON.readTree(text);
            return read.isMissingNode() ? TextNode.valueOf(text) : read;
        } catch (JsonProcessingException notJson) {
            return TextNode.valueOf(text);
        }
    }

    /** Whether events of this schema have such a field, of the value's type. */
    public void check(Schema event) throws FixRefused {
        value(fieldOf(event, 0), new JsonEvents(ZoneOffset.UTC));
    }

    /** @param json reads the value; its zone is that of times without one */
    public void apply(SpecificRecord event, JsonEvents json) throws FixRefused {
        Object fixed = value(fieldOf(event.getSchema(), 0), json);
        set(event, 0, fixed);
    }

    private Schema fieldOf(Schema schema, int depth) throws FixRefused {
        if (depth == path.size()) {
            return schema;
        }
        Schema holder = notNull(schema);
        String step = path.get(depth);
        switch (holder.getType()) {
            case RECORD -> {
                Schema.Field field = holder.getField(step);
                if (field == null) {
                    throw new FixRefused("there is no field %s; known: %s"
                            .formatted(
                                    upTo(depth + 1),
                                    String.join(
                                            ", ",
                                            holder.getFields().stream()
                                                    .map(Schema.Field::name)
                                                    .toList())));
                }
                return fieldOf(field.schema(), depth + 1);
            }
            case ARRAY -> {
                if (!step.equals(EVERY) && !step.matches("\\d{1,6}")) {
                    throw new FixRefused("%1$s is a list; write %1$s.0.%2$s for its first entry, %1$s.*.%2$s for every"
                            .formatted(upTo(depth), step));
                }
                return fieldOf(holder.getElementType(), depth + 1);
            }
            default -> throw new FixRefused("%s has no fields".formatted(upTo(depth)));
        }
    }

    private Object value(Schema schema, JsonEvents json) throws FixRefused {
        String name = String.join(".", path);
        if (value.isNull()) {
            if (!schema.isNullable()) {
                throw new FixRefused(name + " cannot be null");
            }
            return null;
        }
        if (notNull(schema).getType() == Schema.Type.STRING && !value.isTextual()) {
            throw new FixRefused("%1$s must be text; write it with its quotes: '%1$s=\"%2$s\"'"
                    .formatted(name, value.isContainerNode() ? "…" : value.asText()));
        }
        try {
            return json.value(value, schema, name);
        } catch (RowRejected e) {
            throw new FixRefused(e.getMessage());
        }
    }

    private void set(Object holder, int depth, Object fixed) throws FixRefused {
        String step = path.get(depth);
        boolean isLast = depth == path.size() - 1;
        if (holder instanceof SpecificRecord record) {
            int field = record.getSchema().getField(step).pos();
            if (isLast) {
                record.put(field, fixed);
            } else {
                set(record.get(field), depth + 1, fixed);
            }
        } else if (holder instanceof List<?> list) {
            @SuppressWarnings("unchecked")
            var entries = (List<Object>) list;
            int first = step.equals(EVERY) ? 0 : Integer.parseInt(step);
            int last = step.equals(EVERY) ? entries.size() - 1 : first;
            if (last >= entries.size()) {
                throw new FixRefused("%s has %d entries here".formatted(upTo(depth), entries.size()));
            }
            for (int i = first; i <= last; i++) {
                if (isLast) {
                    entries.set(i, fixed);
                } else {
                    set(entries.get(i), depth + 1, fixed);
                }
            }
        } else {
            throw new FixRefused(upTo(depth) + " is null here; set the whole of it");
        }
    }

    private String upTo(int depth) {
        return String.join(".", path.subList(0, depth));
    }

    /** Every union of the contract is null and one type. */
    private static Schema notNull(Schema schema) {
        return schema.isUnion() ? schema.getTypes().get(1) : schema;
    }

    @Override
    public String toString() {
        return String.join(".", path) + "=" + value;
    }
}
