package vn.nhipcho.importer;

import java.nio.file.Path;
import java.util.Arrays;

/**
 * A line of a file as bytes, without its line end.
 *
 * @param number from 1
 * @param tooLong only the first bytes were kept
 */
record Line(long number, byte[] bytes, boolean tooLong) {

    String text() throws RowRejected {
        if (tooLong) {
            throw new RowRejected(
                    RejectReason.LINE_TOO_LONG, "the line is longer than " + LineReader.LONGEST_LINE + " bytes");
        }
        return Utf8.decode(bytes);
    }

    RejectedLine rejected(String format, Path file, RowRejected why) {
        byte[] kept = bytes.length <= RejectedLine.KEPT_BYTES ? bytes : Arrays.copyOf(bytes, RejectedLine.KEPT_BYTES);
        return new RejectedLine(format, file.getFileName().toString(), number, why.reason, why.getMessage(), kept);
    }
}
