package vn.nhipcho.clickhouse;

import java.util.Arrays;

/** A row as bytes, equal to every other row of the same key: the first {@code keyLength} bytes. */
final class EncodedRow {
    /** What a row costs in the buffer beside its bytes: headers of array, object and map node, and a table slot. */
    static final int OVERHEAD = 96;

    final byte[] bytes;
    final long version;
    private final int keyLength;
    private final int hash;

    EncodedRow(byte[] bytes, int keyLength, long version) {
        this.bytes = bytes;
        this.keyLength = keyLength;
        this.version = version;
        int h = 1;
        for (int i = 0; i < keyLength; i++) {
            h = 31 * h + bytes[i];
        }
        this.hash = h;
    }

    int memory() {
        return bytes.length + OVERHEAD;
    }

    long partition() {
        return new RowInput(bytes).readLong();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EncodedRow that
                && hash == that.hash
                && Arrays.equals(bytes, 0, keyLength, that.bytes, 0, that.keyLength);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
