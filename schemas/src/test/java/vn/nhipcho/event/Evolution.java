package vn.nhipcho.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;

/**
 * What two versions of a schema owe to each other: each reads the other's records, and a number keeps its meaning.
 * Avro checks only the first; the scale of a decimal and the unit of a time are mere remarks to it.
 */
final class Evolution {
    private Evolution() {}

    static List<String> violations(Schema before, Schema after) {
        List<String> violations = new ArrayList<>();
        unreadable(after, before).ifPresent(why -> violations.add("the newer cannot read the older: " + why));
        unreadable(before, after).ifPresent(why -> violations.add("the older cannot read the newer: " + why));
        changedMeaning(before, after, after.getName(), violations);
        return violations;
    }

    private static Optional<String> unreadable(Schema reader, Schema writer) {
        var verdict = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer);
        return verdict.getType() == SchemaCompatibilityType.COMPATIBLE
                ? Optional.empty()
                : Optional.of(verdict.getResult().getIncompatibilities().toString());
    }

    private static void changedMeaning(Schema before, Schema after, String path, List<String> violations) {
        switch (after.getType()) {
            case RECORD ->
                after.getFields().stream()
                        .filter(field ->
                                before.getType() == Schema.Type.RECORD && before.getField(field.name()) != null)
                        .forEach(field -> changedMeaning(
                                before.getField(field.name()).schema(),
                                field.schema(),
                                path + "." + field.name(),
                                violations));
            case ARRAY -> {
                if (before.getType() == Schema.Type.ARRAY) {
                    changedMeaning(before.getElementType(), after.getElementType(), path + "[]", violations);
                }
            }
            case UNION ->
                after.getTypes().forEach(branch -> changedMeaning(sameType(before, branch), branch, path, violations));
            default -> {
                if (before.getType() == after.getType() && !meaning(before).equals(meaning(after))) {
                    violations.add(path + " meant " + meaning(before) + " and now means " + meaning(after));
                }
            }
        }
    }

    private static Schema sameType(Schema schema, Schema branch) {
        var branches = schema.getType() == Schema.Type.UNION ? schema.getTypes() : List.of(schema);
        return branches.stream()
                .filter(one -> one.getType() == branch.getType())
                .findFirst()
                .orElse(branch);
    }

    private static String meaning(Schema schema) {
        return Objects.toString(schema.getProp("logicalType"), "a plain value")
                + Objects.toString(schema.getObjectProp("scale"), "");
    }
}
