package vn.nhipcho.source;

import vn.nhipcho.deadletter.DeadLetterReason;

/** Carries a check's verdict from deep inside an event up to the decoder; never leaves this package. */
final class Refusal extends RuntimeException {
    private final DeadLetterReason reason;

    Refusal(DeadLetterReason reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
    }

    DeadLetterReason reason() {
        return reason;
    }
}
