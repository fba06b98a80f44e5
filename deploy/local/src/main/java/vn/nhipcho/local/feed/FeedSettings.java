package vn.nhipcho.local.feed;

import java.time.Duration;
import java.time.ZoneId;

/**
 * How sources are sent.
 *
 * @param zone of times without one
 * @param disorder how far out of order, zero for not at all
 * @param duplicates share that is sent twice
 * @param eventsPerSecond of each source; 0: as fast as it goes
 * @param once whether a source that could go on for ever ends at the present
 */
public record FeedSettings(
        ZoneId zone, long seed, Duration disorder, double duplicates, double eventsPerSecond, boolean once) {}
