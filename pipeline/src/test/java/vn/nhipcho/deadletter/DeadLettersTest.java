package vn.nhipcho.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import vn.nhipcho.event.DeadLetter;
import vn.nhipcho.model.DeadLetterRow;

class DeadLettersTest {
    private static final long TIMESTAMP = Instant.parse("2025-03-10T02:00:00Z").toEpochMilli();

    @Test
    void keepsTheRecordAsItCame() {
        var rejected = rejected(new byte[] {1, 2}, new byte[] {0, 9, 8}, null);
        assertThat(DeadLetters.toAvro(rejected))
                .isEqualTo(DeadLetter.newBuilder()
                        .setReason("UNDECODABLE")
                        .setStep("decode-orders")
                        .setTopic("market.orders.v1")
                        .setPartition(3)
                        .setOffset(42)
                        .setTimestamp(Instant.ofEpochMilli(TIMESTAMP))
                        .setSchemaId(7)
                        .setKey(ByteBuffer.wrap(new byte[] {1, 2}))
                        .setPayload(ByteBuffer.wrap(new byte[] {0, 9, 8}))
                        .setDetail("why")
                        .setAttempt(2)
                        .build());
    }

    @Test
    void keepsTheRowWithoutThePayload() {
        assertThat(DeadLetters.toRow(rejected(null, new byte[] {0}, "orders.csv")))
                .isEqualTo(new DeadLetterRow(
                        "market.orders.v1",
                        3,
                        42,
                        "orders.csv",
                        "UNDECODABLE",
                        "decode-orders",
                        "why",
                        TIMESTAMP,
                        2,
                        2));
        assertThat(DeadLetters.toRow(rejected(null, null, null)).file()).isEmpty();
    }

    @Test
    void keepsNoKeyAndAnEmptyPayloadOfATombstone() {
        var letter = DeadLetters.toAvro(rejected(null, null, null));
        assertThat(letter.getKey()).isNull();
        assertThat(letter.getPayload().remaining()).isZero();
    }

    @Test
    void keepsTheHeadOfWhatWouldNotFitIntoADeadLetter() {
        var letter = DeadLetters.toAvro(rejected(new byte[20_000], new byte[1_000_001], null));
        assertThat(letter.getPayload().remaining()).isEqualTo(DeadLetters.HEAD_BYTES);
        assertThat(letter.getKey().remaining()).isEqualTo(DeadLetters.MOST_KEY_BYTES);
        assertThat(DeadLetters.toAvro(rejected(null, new byte[1_000_000], null))
                        .getPayload()
                        .remaining())
                .isEqualTo(1_000_000);
    }

    private static Rejected rejected(byte[] key, byte[] payload, String file) {
        return new Rejected(
                DeadLetterReason.UNDECODABLE,
                "decode-orders",
                "market.orders.v1",
                3,
                42,
                TIMESTAMP,
                key,
                payload,
                7,
                "why",
                2,
                file);
    }
}
