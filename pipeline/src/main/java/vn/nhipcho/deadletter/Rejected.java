package vn.nhipcho.deadletter;

/**
 * A record that a step refused, as it entered the step.
 *
 * @param step the operator or importer that refused it: {@code decode-orders}, {@code import:agmarknet} …
 * @param topic source topic, or {@code import:<format>}
 * @param partition -1 for a file
 * @param offset line number for a file
 * @param timestamp the record's Kafka timestamp, or the time of the import; milliseconds
 * @param schemaId null when none could be read
 * @param detail what was wrong and where, in plain words; never the contents of a text
 * @param attempt how many times the record has been tried, from 1
 * @param file null for a record from Kafka
 */
public record Rejected(
        DeadLetterReason reason,
        String step,
        String topic,
        int partition,
        long offset,
        long timestamp,
        byte[] key,
        byte[] payload,
        Integer schemaId,
        String detail,
        int attempt,
        String file) {}
