package vn.nhipcho.deadletter;

/**
 * What {@code market.dead_letters} says of a dead letter.
 *
 * @param partition -1 for a line of a file and for a row that ClickHouse refused
 * @param reason as text: a later release may have entered one that this release does not know
 * @param attempts how many times the record has been tried, a replay included
 * @param replayedAt when it was sent again; empty when it waits
 */
public record RecordedLetter(
        String topic, int partition, long offset, String reason, int attempts, String replayedAt) {}
