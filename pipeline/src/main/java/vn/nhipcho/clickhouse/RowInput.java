package vn.nhipcho.clickhouse;

import java.nio.charset.StandardCharsets;

/** Reads what {@link RowOutput} wrote. */
final class RowInput {
    private final byte[] bytes;
    private int position;

    RowInput(byte[] bytes) {
        this.bytes = bytes;
    }

    RowInput at(int newPosition) {
        position = newPosition;
        return this;
    }

    int position() {
        return position;
    }

    void skip(int count) {
        position += count;
    }

    int readByte() {
        return bytes[position++];
    }

    long readLong() {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes[position++];
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return (value >>> 1) ^ -(value & 1);
            }
        }
    }

    String readText() {
        int size = (int) readLong();
        String value = new String(bytes, position, size, StandardCharsets.UTF_8);
        position += size;
        return value;
    }
}
