package vn.nhipcho.embedded.clickhouse;

import java.io.IOException;

/** A request that is refused before the engine sees it; {@code status} is the HTTP status to answer. */
final class BadRequest extends IOException {
    private final int status;

    BadRequest(int status, String message) {
        super(message);
        this.status = status;
    }

    int status() {
        return status;
    }
}
