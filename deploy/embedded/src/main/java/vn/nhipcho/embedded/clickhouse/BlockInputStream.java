package vn.nhipcho.embedded.clickhouse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import net.jpountz.lz4.LZ4Exception;
import net.jpountz.lz4.LZ4Factory;
import net.jpountz.lz4.LZ4SafeDecompressor;

/** Decompresses the blocks of {@link BlockFormat}, each checked against its checksum. */
final class BlockInputStream extends InputStream {
    private final LZ4SafeDecompressor lz4 = LZ4Factory.fastestInstance().safeDecompressor();
    private final InputStream in;
    private byte[] raw = new byte[0];
    private int position;

    BlockInputStream(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        return hasMore() ? raw[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!hasMore()) {
            return -1;
        }
        int n = Math.min(length, raw.length - position);
        System.arraycopy(raw, position, bytes, offset, n);
        position += n;
        return n;
    }

    private boolean hasMore() throws IOException {
        while (position == raw.length) {
            byte[] head = in.readNBytes(BlockFormat.CHECKSUM + BlockFormat.HEADER);
            if (head.length == 0) {
                return false;
            }
            readBlock(head);
        }
        return true;
    }

    private void readBlock(byte[] head) throws IOException {
        require(head.length == BlockFormat.CHECKSUM + BlockFormat.HEADER, "it ends within a block");
        ByteBuffer header = BlockFormat.littleEndian(head);
        CityHash128 checksum = new CityHash128(header.getLong(), header.getLong());
        require(header.get() == BlockFormat.LZ4, "only LZ4 blocks are supported");
        int size = header.getInt();
        int rawSize = header.getInt();
        require(
                size >= BlockFormat.HEADER
                        && size <= BlockFormat.MAX_BLOCK
                        && rawSize >= 0
                        && rawSize <= BlockFormat.MAX_BLOCK,
                "a block has an impossible size");
        byte[] block = new byte[size];
        System.arraycopy(head, BlockFormat.CHECKSUM, block, 0, BlockFormat.HEADER);
        int n = in.readNBytes(block, BlockFormat.HEADER, size - BlockFormat.HEADER);
        require(n == size - BlockFormat.HEADER, "it ends within a block");
        require(CityHash128.of(block, 0, size).equals(checksum), "a block does not match its checksum");
        raw = decompress(block, rawSize);
        position = 0;
    }

    private byte[] decompress(byte[] block, int rawSize) throws IOException {
        byte[] bytes = new byte[rawSize];
        try {
            int n = lz4.decompress(block, BlockFormat.HEADER, block.length - BlockFormat.HEADER, bytes, 0);
            require(n == rawSize, "a block has another size than it says");
            return bytes;
        } catch (LZ4Exception damaged) {
            throw new BadRequest(400, "The compressed body is damaged: " + damaged.getMessage());
        }
    }

    private static void require(boolean condition, String otherwise) throws IOException {
        if (!condition) {
            throw new BadRequest(400, "The compressed body is damaged: " + otherwise);
        }
    }
}
