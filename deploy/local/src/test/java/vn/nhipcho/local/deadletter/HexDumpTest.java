package vn.nhipcho.local.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HexDumpTest {
    @Test
    void showsOffsetHexAndAscii() {
        ByteBuffer bytes = ByteBuffer.wrap("0123456789abcdefXY".getBytes(StandardCharsets.US_ASCII));

        assertThat(HexDump.of(bytes).lines())
                .containsExactly(
                        "00000000  30 31 32 33 34 35 36 37 38 39 61 62 63 64 65 66  0123456789abcdef",
                        "00000010  58 59                                            XY");
        assertThat(bytes.remaining()).isEqualTo(18);
    }

    @Test
    void letsNoControlCharacterThrough() {
        assertThat(HexDump.of(ByteBuffer.wrap(new byte[] {0x1b, '[', '2', 'J', (byte) 0x9b})))
                .isEqualToNormalizingNewlines("00000000  1b 5b 32 4a 9b                                   .[2J.\n");
    }
}
