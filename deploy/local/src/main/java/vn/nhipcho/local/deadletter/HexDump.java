package vn.nhipcho.local.deadletter;

import java.nio.ByteBuffer;

/** Bytes for people: offset, hexadecimal and ASCII; nothing in them can reach a terminal as a control character. */
public final class HexDump {
    private static final int A_LINE = 16;

    private HexDump() {}

    public static String of(ByteBuffer bytes) {
        var dump = new StringBuilder();
        ByteBuffer left = bytes.duplicate();
        for (int offset = 0; left.hasRemaining(); offset += A_LINE) {
            byte[] line = new byte[Math.min(A_LINE, left.remaining())];
            left.get(line);
            var hex = new StringBuilder();
            var text = new StringBuilder();
            for (byte each : line) {
                hex.append("%02x ".formatted(each));
                text.append(each >= ' ' && each < 127 ? (char) each : '.');
            }
            dump.append("%08x  %-48s %s%n".formatted(offset, hex, text));
        }
        return dump.toString();
    }
}
