package vn.nhipcho.local;

/** Something outside the command did not work: the message says what, where and what to do; exit code 3. */
public final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Failure(String message) {
        super(message);
    }

    public Failure(String message, Throwable cause) {
        super(message + ": " + (cause.getMessage() == null ? cause : cause.getMessage()), cause);
    }
}
