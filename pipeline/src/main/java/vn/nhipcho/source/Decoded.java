package vn.nhipcho.source;

import vn.nhipcho.deadletter.Rejected;
import vn.nhipcho.model.EventRow;

/** What became of one record. */
public sealed interface Decoded<T> {
    /** @param history the event as it came, for the append-only history */
    record Accepted<T>(T value, EventRow history) implements Decoded<T> {}

    record Refused<T>(Rejected letter) implements Decoded<T> {}
}
