package vn.nhipcho.embedded.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BlockFormatTest {
    private final Random random = new Random(20220722);

    @Test
    @SuppressWarnings("deprecation") // The driver's own hash is the reference.
    void hashesAsTheDriverDoesAtEveryLength() {
        byte[] bytes = new byte[700];
        random.nextBytes(bytes);
        for (int length = 0; length < 600; length++) {
            long[] expected = com.clickhouse.data.ClickHouseCityHash.cityHash128(bytes, 7, length);
            assertThat(CityHash128.of(bytes, 7, length))
                    .as("length %d", length)
                    .isEqualTo(new CityHash128(expected[0], expected[1]));
        }
    }

    @Test
    void readsBackWhatItWrote() throws IOException {
        for (int size : new int[] {0, 1, 100, 1024 * 1024, 1024 * 1024 + 1, 3_000_000}) {
            byte[] bytes = bytes(size);
            assertThat(new BlockInputStream(new ByteArrayInputStream(compressed(bytes))).readAllBytes())
                    .isEqualTo(bytes);
        }
    }

    @Test
    void refusesADamagedBlock() throws IOException {
        byte[] damaged = compressed(bytes(5_000));
        damaged[damaged.length / 2] ^= 1;
        assertThatThrownBy(() -> new BlockInputStream(new ByteArrayInputStream(damaged)).readAllBytes())
                .isInstanceOf(BadRequest.class)
                .hasMessageContaining("does not match its checksum");
    }

    @Test
    void refusesABodyThatWasCutOff() throws IOException {
        byte[] whole = compressed(bytes(5_000));
        for (int length : new int[] {1, 24, 25, whole.length - 1}) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> new BlockInputStream(new ByteArrayInputStream(cut)).readAllBytes())
                    .isInstanceOf(BadRequest.class)
                    .hasMessageContaining("ends within a block");
        }
    }

    private byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        Arrays.fill(bytes, size / 2, size, (byte) 'a');
        return bytes;
    }

    private static byte[] compressed(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (BlockOutputStream blocks = new BlockOutputStream(out)) {
            blocks.write(bytes);
        }
        return out.toByteArray();
    }
}
