package vn.nhipcho.model;

/**
 * A row of {@code dead_letters}: everything of a dead letter but its payload.
 *
 * @param partition Kafka partition; -1 for a file
 * @param offset Kafka offset; line number for a file
 * @param file file name for a line that an importer refused, else empty
 * @param firstSeenAt milliseconds
 */
public record DeadLetterRow(
        String topic,
        int partition,
        long offset,
        String file,
        String reason,
        String step,
        String detail,
        long firstSeenAt,
        int attempts,
        long version) {}
