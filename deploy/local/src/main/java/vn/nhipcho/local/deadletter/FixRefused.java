package vn.nhipcho.local.deadletter;

/** A fix does not fit an event; the message says what and where. */
public final class FixRefused extends Exception {
    private static final long serialVersionUID = 1L;

    FixRefused(String message) {
        super(message, null, false, false);
    }
}
