package vn.nhipcho.importer;

import java.util.Arrays;

/**
 * A line of a file as bytes, without its line end.
 *
 * @param number from 1
 * @param tooLong only the first bytes were kept
 */
record Line(long number, byte[] bytes, boolean tooLong) {

    byte[] firstBytes() {
        return bytes.length <= RejectedLine.KEPT_BYTES ? bytes : Arrays.copyOf(bytes, RejectedLine.KEPT_BYTES);
    }
}
