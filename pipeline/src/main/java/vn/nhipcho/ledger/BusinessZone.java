package vn.nhipcho.ledger;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The deployment's business zone, in which hours, days and months begin. */
public record BusinessZone(ZoneId id) implements Serializable {
    private static final long SECONDS_AN_HOUR = 3600;

    public static BusinessZone of(String id) {
        return new BusinessZone(ZoneId.of(id));
    }

    /** Seconds since 1970 UTC at which the local hour of an instant (milliseconds) begins; zones may be off by half hours. */
    public long hourOf(long millis) {
        long seconds = Math.floorDiv(millis, 1000);
        int offset = id.getRules().getOffset(Instant.ofEpochSecond(seconds)).getTotalSeconds();
        return Math.floorDiv(seconds + offset, SECONDS_AN_HOUR) * SECONDS_AN_HOUR - offset;
    }

    public LocalDate dateOf(long millis) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(millis), id);
    }

    /** The instant (milliseconds) at which a day (days since 1970) begins. */
    public long startOf(long epochDay) {
        return LocalDate.ofEpochDay(epochDay).atStartOfDay(id).toInstant().toEpochMilli();
    }
}
