package vn.nhipcho.clickhouse;

import java.io.IOException;
import java.io.Serializable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The lowest row version that an attempt of a job may give: read once, in an operator's {@code open()}. It is above
 * every version in the table, so that what an earlier attempt wrote, or a frozen worker still writes, is outranked; and
 * the running clock is never used, so that clocks may differ. A row's version is {@code max(last version of its key + 1,
 * start of the attempt)}.
 */
public interface AttemptStart extends Serializable {
    /** Microseconds since 1970 by the clock, or one above the table's highest version, whichever is later. */
    long read() throws IOException, InterruptedException;

    static AttemptStart of(ClickHouseConfig config, TableSpec<?> table) {
        return () -> Math.max(
                ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()), 1 + TableVersions.highest(config, table));
    }
}
