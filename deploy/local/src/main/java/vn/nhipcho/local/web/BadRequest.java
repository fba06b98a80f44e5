package vn.nhipcho.local.web;

/** A request that cannot be answered as it is; the message says what is wrong with it. */
final class BadRequest extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;

    private BadRequest(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    static BadRequest wrong(String message) {
        return new BadRequest(400, message);
    }

    static BadRequest absent(String message) {
        return new BadRequest(404, message);
    }

    int status() {
        return status;
    }
}
