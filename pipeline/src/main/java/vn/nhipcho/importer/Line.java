package vn.nhipcho.importer;

import java.nio.file.Path;
import java.util.Arrays;
import vn.nhipcho.deadletter.DeadLetterReason;
import vn.nhipcho.deadletter.DeadLetters;

/**
 * A line of a file as bytes, without its line end.
 *
 * @param number from 1
 * @param tooLong only the first bytes were kept
 */
record Line(long number, byte[] bytes, boolean tooLong) {

    /** Nothing to read, and nothing wrong with it. */
    boolean isBlank() {
        for (byte one : bytes) {
            if (one != ' ' && one != '\t' && one != '\r') {
                return false;
            }
        }
        return true;
    }

    String text() throws RowRejected {
        if (tooLong) {
            throw new RowRejected(
                    DeadLetterReason.TOO_LARGE, "the line is longer than " + LineReader.LONGEST_LINE + " bytes");
        }
        return Utf8.decode(bytes);
    }

    RejectedLine rejected(String format, Path file, RowRejected why) {
        byte[] kept = tooLong ? Arrays.copyOf(bytes, DeadLetters.HEAD_BYTES) : bytes;
        return new RejectedLine(format, file.getFileName().toString(), number, why.reason, why.getMessage(), kept);
    }
}
