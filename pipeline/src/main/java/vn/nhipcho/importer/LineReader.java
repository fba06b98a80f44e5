package vn.nhipcho.importer;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import vn.nhipcho.deadletter.DeadLetters;

/** Reads a file line by line, gunzipped when its name ends in {@code .gz}; never holds more than one megabyte of a line. */
final class LineReader implements Closeable {
    static final int LONGEST_LINE = DeadLetters.MOST_PAYLOAD_BYTES;

    private final InputStream in;
    private final byte[] buffer = new byte[64 * 1024];
    private int position;
    private int limit;
    private long number;

    LineReader(InputStream in) {
        this.in = in;
    }

    static LineReader open(Path file) throws IOException {
        var in = Files.newInputStream(file);
        return new LineReader(file.toString().endsWith(".gz") ? new GZIPInputStream(in, 64 * 1024) : in);
    }

    /** The next line, or null at the end of the file. */
    Line next() throws IOException {
        if (position == limit && !fill()) {
            return null;
        }
        byte[] kept = {};
        boolean tooLong = false;
        boolean ended = false;
        do {
            int end = position;
            while (end < limit && buffer[end] != '\n') {
                end++;
            }
            int room = LONGEST_LINE - kept.length;
            int length = end - position;
            tooLong |= length > room;
            kept = append(kept, Math.min(length, room));
            ended = end < limit;
            position = ended ? end + 1 : end;
        } while (!ended && fill());
        number++;
        int length = kept.length;
        if (length > 0 && kept[length - 1] == '\r') {
            kept = Arrays.copyOf(kept, length - 1);
        }
        return new Line(number, kept, tooLong);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private byte[] append(byte[] kept, int length) {
        if (length <= 0) {
            return kept;
        }
        if (kept.length == 0) {
            return Arrays.copyOfRange(buffer, position, position + length);
        }
        byte[] longer = Arrays.copyOf(kept, kept.length + length);
        System.arraycopy(buffer, position, longer, kept.length, length);
        return longer;
    }

    private boolean fill() throws IOException {
        position = 0;
        limit = Math.max(0, in.read(buffer));
        return limit > 0;
    }
}
