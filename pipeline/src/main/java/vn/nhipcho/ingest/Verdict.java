package vn.nhipcho.ingest;

import vn.nhipcho.model.Source;

/**
 * What became of one record.
 *
 * @param occurredAt event time in milliseconds; {@link Long#MIN_VALUE} for a dead letter, which has none to trust
 */
public record Verdict(Source source, Kind kind, long occurredAt) {

    /** The four things that can become of a record. */
    public enum Kind {
        /** It won. */
        APPLIED,
        /** It was seen before. */
        DUPLICATE,
        /** A newer one won; it may have filled a field. */
        SUPERSEDED,
        /** It could not be used. */
        DEAD
    }

    public static Verdict applied(Source source, long occurredAt) {
        return new Verdict(source, Kind.APPLIED, occurredAt);
    }

    public static Verdict duplicate(Source source, long occurredAt) {
        return new Verdict(source, Kind.DUPLICATE, occurredAt);
    }

    public static Verdict superseded(Source source, long occurredAt) {
        return new Verdict(source, Kind.SUPERSEDED, occurredAt);
    }

    public static Verdict dead(Source source) {
        return new Verdict(source, Kind.DEAD, Long.MIN_VALUE);
    }
}
