package vn.nhipcho.importer;

import vn.nhipcho.deadletter.DeadLetterReason;

/** Says why a line cannot be used; carries no stack, since it is an answer and not a fault. */
public final class RowRejected extends Exception {
    private static final long serialVersionUID = 1L;

    final DeadLetterReason reason;

    RowRejected(DeadLetterReason reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
    }
}
