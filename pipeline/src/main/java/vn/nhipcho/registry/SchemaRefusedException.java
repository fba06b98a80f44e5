package vn.nhipcho.registry;

/** The registry refused a schema: not compatible with an earlier version, or not valid. No retry helps. */
public final class SchemaRefusedException extends RuntimeException {
    public SchemaRefusedException(String message) {
        super(message);
    }
}
