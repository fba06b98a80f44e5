package vn.nhipcho.local;

/** The command was used wrongly: one line says what and what to write instead; exit code 2. */
public final class WrongUse extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public WrongUse(String message) {
        super(message, null, false, false);
    }
}
