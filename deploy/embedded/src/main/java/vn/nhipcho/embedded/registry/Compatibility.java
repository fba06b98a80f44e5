package vn.nhipcho.embedded.registry;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;

/** What a new version of a subject owes to the versions before it. */
enum Compatibility {
    NONE(false, false, false),
    BACKWARD(true, false, false),
    BACKWARD_TRANSITIVE(true, false, true),
    FORWARD(false, true, false),
    FORWARD_TRANSITIVE(false, true, true),
    FULL(true, true, false),
    FULL_TRANSITIVE(true, true, true);

    private final boolean newReadsOld;
    private final boolean oldReadsNew;
    private final boolean toAll;

    Compatibility(boolean newReadsOld, boolean oldReadsNew, boolean toAll) {
        this.newReadsOld = newReadsOld;
        this.oldReadsNew = oldReadsNew;
        this.toAll = toAll;
    }

    static Optional<Compatibility> named(String name) {
        return Stream.of(values()).filter(one -> one.name().equals(name)).findFirst();
    }

    /** @param before earlier versions, oldest first; returns what is wrong, in words */
    List<String> violations(Schema schema, List<Schema> before) {
        var owed = toAll || before.isEmpty() ? before : before.subList(before.size() - 1, before.size());
        return owed.stream().flatMap(old -> violations(schema, old)).toList();
    }

    private Stream<String> violations(Schema schema, Schema old) {
        var backward = newReadsOld ? unreadable("the new schema cannot read an earlier one", schema, old) : null;
        var forward = oldReadsNew ? unreadable("an earlier schema cannot read the new one", old, schema) : null;
        return Stream.of(backward, forward).filter(message -> message != null);
    }

    private static String unreadable(String what, Schema reader, Schema writer) {
        var verdict = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer);
        if (verdict.getType() == SchemaCompatibilityType.COMPATIBLE) {
            return null;
        }
        var first = verdict.getResult().getIncompatibilities().get(0);
        return what + ": " + first.getType() + " at " + first.getLocation() + " (" + first.getMessage() + ")";
    }
}
