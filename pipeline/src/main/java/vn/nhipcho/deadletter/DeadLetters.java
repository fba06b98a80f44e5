package vn.nhipcho.deadletter;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import vn.nhipcho.event.DeadLetter;
import vn.nhipcho.model.DeadLetterRow;

/** Shapes what was rejected: into the Avro record that can be replayed, and into the row that can be counted. */
public final class DeadLetters {
    /** With these a dead letter always fits a Kafka record of the default size. */
    public static final int MOST_PAYLOAD_BYTES = 1_000_000;

    public static final int MOST_KEY_BYTES = 16_384;
    /** All that is kept of a payload that could not be replayed anyway, because it is longer than the most. */
    public static final int HEAD_BYTES = 65_536;

    private DeadLetters() {}

    public static DeadLetter toAvro(Rejected rejected) {
        return DeadLetter.newBuilder()
                .setReason(rejected.reason().name())
                .setStep(rejected.step())
                .setTopic(rejected.topic())
                .setPartition(rejected.partition())
                .setOffset(rejected.offset())
                .setFile(rejected.file())
                .setTimestamp(Instant.ofEpochMilli(rejected.timestamp()))
                .setSchemaId(rejected.schemaId())
                .setKey(rejected.key() == null ? null : head(rejected.key(), MOST_KEY_BYTES, MOST_KEY_BYTES))
                .setPayload(payload(rejected.payload()))
                .setDetail(rejected.detail())
                .setAttempt(rejected.attempt())
                .build();
    }

    /** Its version is the attempt: a record that is refused again outranks what it was refused for before. */
    public static DeadLetterRow toRow(Rejected rejected) {
        return new DeadLetterRow(
                rejected.topic(),
                rejected.partition(),
                rejected.offset(),
                rejected.file() == null ? "" : rejected.file(),
                rejected.reason().name(),
                rejected.step(),
                rejected.detail(),
                rejected.timestamp(),
                rejected.attempt(),
                rejected.attempt());
    }

    private static ByteBuffer payload(byte[] bytes) {
        return bytes == null ? ByteBuffer.allocate(0) : head(bytes, MOST_PAYLOAD_BYTES, HEAD_BYTES);
    }

    private static ByteBuffer head(byte[] bytes, int most, int kept) {
        return ByteBuffer.wrap(bytes.length <= most ? bytes : Arrays.copyOf(bytes, kept));
    }
}
