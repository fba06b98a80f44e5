package vn.nhipcho.embedded.clickhouse;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import net.jpountz.lz4.LZ4Compressor;
import net.jpountz.lz4.LZ4Factory;

/** Compresses into the blocks of {@link BlockFormat}. */
final class BlockOutputStream extends OutputStream {
    private static final int BLOCK = 1024 * 1024;

    private final LZ4Compressor lz4 = LZ4Factory.fastestInstance().fastCompressor();
    private final OutputStream out;
    private final byte[] raw = new byte[BLOCK];
    private final byte[] block = new byte[BlockFormat.CHECKSUM + BlockFormat.HEADER + lz4.maxCompressedLength(BLOCK)];
    private int filled;

    BlockOutputStream(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        for (int at = 0; at < length; ) {
            int n = Math.min(length - at, BLOCK - filled);
            System.arraycopy(bytes, offset + at, raw, filled, n);
            filled += n;
            at += n;
            if (filled == BLOCK) {
                writeBlock();
            }
        }
    }

    private void writeBlock() throws IOException {
        int dataStart = BlockFormat.CHECKSUM + BlockFormat.HEADER;
        int size = BlockFormat.HEADER + lz4.compress(raw, 0, filled, block, dataStart);
        ByteBuffer buffer = BlockFormat.littleEndian(block);
        buffer.position(BlockFormat.CHECKSUM).put(BlockFormat.LZ4).putInt(size).putInt(filled);
        CityHash128 checksum = CityHash128.of(block, BlockFormat.CHECKSUM, size);
        buffer.position(0).putLong(checksum.low()).putLong(checksum.high());
        out.write(block, 0, BlockFormat.CHECKSUM + size);
        filled = 0;
    }

    @Override
    public void close() throws IOException {
        if (filled > 0) {
            writeBlock();
        }
        out.close();
    }
}
