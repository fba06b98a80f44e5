package vn.nhipcho.importer;

import java.time.Instant;
import java.time.ZoneId;

/**
 * What every source is opened with.
 *
 * @param zone business zone, also that of times without one in a source
 * @param seed of everything random
 * @param firstStartedAt when this source was first started on this data directory: a resumed run is given the same
 * @param once a source without an end stops where it would begin to wait for what has not happened yet
 */
public record ImportContext(ZoneId zone, long seed, Instant firstStartedAt, boolean once) {
    public ImportContext(ZoneId zone, long seed, Instant firstStartedAt) {
        this(zone, seed, firstStartedAt, false);
    }
}
