package vn.nhipcho.importer;

/** A source that cannot be opened; the message says what is missing, where, and what to do. */
public final class SourceException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public SourceException(String message) {
        super(message);
    }
}
