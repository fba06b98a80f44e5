package vn.nhipcho.embedded.clickhouse;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * ClickHouse's own compression, {@code compress=1} and {@code decompress=1}: blocks of a 16-byte checksum, a method
 * byte, both sizes and the LZ4 data.
 */
final class BlockFormat {
    static final byte LZ4 = (byte) 0x82;
    static final int CHECKSUM = 16;
    static final int HEADER = 9;
    static final int MAX_BLOCK = 64 * 1024 * 1024;

    private BlockFormat() {}

    static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
