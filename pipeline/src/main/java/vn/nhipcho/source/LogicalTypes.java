package vn.nhipcho.source;

import java.util.Objects;
import java.util.Optional;
import org.apache.avro.Schema;

/**
 * Compares what numbers mean in two schemas. Avro's own resolution looks only at the bytes: it would read a price of
 * scale 0 as one of scale 2, or microseconds as milliseconds, without an error.
 */
final class LogicalTypes {
    private LogicalTypes() {}

    /** The first field that both have and in which the logical type differs, in plain words. */
    static Optional<String> firstDifference(Schema writer, Schema reader) {
        return differ(writer, reader, reader.getName());
    }

    private static Optional<String> differ(Schema writer, Schema reader, String path) {
        return switch (reader.getType()) {
            case RECORD -> branch(writer, Schema.Type.RECORD).flatMap(record -> inFields(record, reader, path));
            case ARRAY ->
                branch(writer, Schema.Type.ARRAY)
                        .flatMap(array -> differ(array.getElementType(), reader.getElementType(), path + "[]"));
            case UNION ->
                reader.getTypes().stream()
                        .flatMap(one -> differ(writer, one, path).stream())
                        .findFirst();
            case BYTES, INT, LONG ->
                branch(writer, reader.getType()).flatMap(number -> inNumbers(number, reader, path));
            default -> Optional.empty();
        };
    }

    private static Optional<String> inFields(Schema writer, Schema reader, String path) {
        return reader.getFields().stream()
                .filter(field -> writer.getField(field.name()) != null)
                .flatMap(field ->
                        differ(writer.getField(field.name()).schema(), field.schema(), path + "." + field.name())
                                .stream())
                .findFirst();
    }

    private static Optional<String> inNumbers(Schema writer, Schema reader, String path) {
        String wrote = meaning(writer);
        String expected = meaning(reader);
        return Objects.equals(wrote, expected)
                ? Optional.empty()
                : Optional.of(path + " was written as " + wrote + ", expected is " + expected);
    }

    /** The scale and the name decide how a number is read; the precision does not. */
    private static String meaning(Schema schema) {
        Object scale = schema.getObjectProp("scale");
        String name = schema.getProp("logicalType");
        String plain = name == null ? "plain " + schema.getType().getName() : name;
        return "decimal".equals(name) ? name + " of scale " + (scale == null ? 0 : scale) : plain;
    }

    private static Optional<Schema> branch(Schema schema, Schema.Type type) {
        if (schema.getType() != Schema.Type.UNION) {
            return schema.getType() == type ? Optional.of(schema) : Optional.empty();
        }
        return schema.getTypes().stream().filter(one -> one.getType() == type).findFirst();
    }
}
