package vn.nhipcho.dashboards.sql;

import java.time.Instant;

/** The stretch of time that a dashboard shows, both ends included. */
public record TimeRange(Instant from, Instant to) {
    public TimeRange {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("the range ends at " + to + ", before it begins at " + from);
        }
    }

    long fromSeconds() {
        return from.getEpochSecond();
    }

    long toSeconds() {
        return to.getEpochSecond();
    }
}
