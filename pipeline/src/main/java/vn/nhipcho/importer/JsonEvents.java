package vn.nhipcho.importer;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import vn.nhipcho.deadletter.DeadLetterReason;
import vn.nhipcho.registry.GeneratedClasses;

/** Plain JSON to an event's Avro class, by its schema: a field that is new there is read without a change here. */
public final class JsonEvents {
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");
    private static final int NAME_SHOWN = 60;

    static {
        GeneratedClasses.trust();
    }

    private final ZoneId zone;
    private final SpecificData classes = SpecificData.get();

    /** @param zone of times that are written without one */
    public JsonEvents(ZoneId zone) {
        this.zone = zone;
    }

    public SpecificRecord read(JsonNode event, Schema schema) throws RowRejected {
        return record(event, schema, "");
    }

    static RowRejected unknownField(String name, String path, List<String> known) {
        String shown = name.length() > NAME_SHOWN ? name.substring(0, NAME_SHOWN) + "…" : name;
        if (Utf8.hasLoneSurrogate(shown)) {
            shown = "(not text)";
        }
        return new RowRejected(
                DeadLetterReason.MALFORMED_LINE,
                "unknown field " + path + shown + "; known: " + String.join(", ", known));
    }

    private SpecificRecord record(JsonNode json, Schema schema, String path) throws RowRejected {
        if (!json.isObject()) {
            throw wrongType(path, "an object");
        }
        String prefix = path.isEmpty() ? "" : path + ".";
        for (Iterator<String> names = json.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (schema.getField(name) == null) {
                var known = schema.getFields().stream().map(Schema.Field::name).toList();
                throw unknownField(name, prefix, known);
            }
        }
        var record = (SpecificRecord) SpecificData.newInstance(classes.getClass(schema), schema);
        for (Schema.Field field : schema.getFields()) {
            var value = json.get(field.name());
            boolean told = value != null && !value.isNull();
            if (!told && !field.hasDefaultValue()) {
                throw new RowRejected(DeadLetterReason.MISSING_FIELD, prefix + field.name() + " is missing");
            }
            record.put(
                    field.pos(),
                    told ? value(value, field.schema(), prefix + field.name()) : classes.getDefaultValue(field));
        }
        return record;
    }

    /**
     * One field's value, not null.
     *
     * @param path name of the field for whoever reads why it does not fit
     */
    public Object value(JsonNode json, Schema schema, String path) throws RowRejected {
        if (schema.isUnion()) {
            // Every union of the contract is null and one type.
            return value(json, schema.getTypes().get(1), path);
        }
        var logical = schema.getLogicalType();
        if (logical instanceof LogicalTypes.Decimal decimal) {
            return Decimals.exact(number(json, path), decimal.getScale(), path);
        }
        if (logical instanceof LogicalTypes.TimestampMillis) {
            return time(json, path);
        }
        if (logical instanceof LogicalTypes.Date) {
            return date(json, path);
        }
        return switch (schema.getType()) {
            case STRING -> text(json, path);
            case ENUM -> symbol(json, schema, path);
            case RECORD -> record(json, schema, path);
            case ARRAY -> list(json, schema.getElementType(), path);
            case BOOLEAN -> {
                if (!json.isBoolean()) {
                    throw wrongType(path, "true or false");
                }
                yield json.booleanValue();
            }
            case INT -> {
                if (!json.isInt()) {
                    throw wrongType(path, "a whole number");
                }
                yield json.intValue();
            }
            default -> throw new IllegalStateException("the contract has no field of type " + schema.getType());
        };
    }

    private List<Object> list(JsonNode json, Schema element, String path) throws RowRejected {
        if (!json.isArray()) {
            throw wrongType(path, "a list");
        }
        var list = new ArrayList<Object>(json.size());
        for (int i = 0; i < json.size(); i++) {
            list.add(value(json.get(i), element, path + "[" + i + "]"));
        }
        return list;
    }

    private static String text(JsonNode json, String path) throws RowRejected {
        if (!json.isTextual()) {
            throw wrongType(path, "text");
        }
        if (Utf8.hasLoneSurrogate(json.textValue())) {
            throw new RowRejected(DeadLetterReason.MALFORMED_TEXT, path + " holds half of a surrogate pair");
        }
        return json.textValue();
    }

    private Object symbol(JsonNode json, Schema schema, String path) throws RowRejected {
        if (!json.isTextual() || !schema.hasEnumSymbol(json.textValue())) {
            throw wrongType(path, "one of " + String.join(", ", schema.getEnumSymbols()));
        }
        return classes.createEnum(json.textValue(), schema);
    }

    private static BigDecimal number(JsonNode json, String path) throws RowRejected {
        try {
            if (json.isNumber()) {
                return json.decimalValue();
            }
            if (json.isTextual() && json.textValue().length() <= 40) {
                return new BigDecimal(json.textValue());
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw wrongType(path, "a number, or a number as text");
    }

    private Instant time(JsonNode json, String path) throws RowRejected {
        Instant time = json.isIntegralNumber() && json.canConvertToLong()
                ? Instant.ofEpochMilli(json.longValue())
                : parseTime(json, path);
        if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
            throw new RowRejected(DeadLetterReason.OUT_OF_RANGE, path + " is not between the years 1 and 9999");
        }
        return time;
    }

    private Instant parseTime(JsonNode json, String path) throws RowRejected {
        String text = json.isTextual() ? json.textValue() : "";
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            try {
                return LocalDateTime.parse(text.replace(' ', 'T')).atZone(zone).toInstant();
            } catch (DateTimeException noTime) {
                throw wrongType(path, "a time as 2022-07-22T08:00:00+07:00 or in milliseconds since 1970");
            }
        }
    }

    private static LocalDate date(JsonNode json, String path) throws RowRejected {
        try {
            return LocalDate.parse(json.isTextual() ? json.textValue() : "");
        } catch (DateTimeException e) {
            throw wrongType(path, "a date as 2025-07-01");
        }
    }

    private static RowRejected wrongType(String path, String wanted) {
        return new RowRejected(DeadLetterReason.MALFORMED_LINE, path + " must be " + wanted);
    }
}
