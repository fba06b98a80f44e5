package vn.nhipcho.embedded.clickhouse;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A request body that ends where it should: one that breaks off earlier is an error, never a shorter batch of rows.
 */
final class CompleteBody extends FilterInputStream {
    static final long UNKNOWN = -1;

    private long missing;
    private final boolean lengthKnown;

    CompleteBody(InputStream in, long contentLength) {
        super(in);
        this.missing = contentLength;
        this.lengthKnown = contentLength != UNKNOWN;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int n;
        try {
            n = in.read(bytes, offset, length);
        } catch (IOException broken) {
            throw new BadRequest(400, "The body could not be read to its end: " + broken.getMessage());
        }
        missing -= Math.max(0, n);
        if (n < 0 && lengthKnown && missing > 0) {
            throw new BadRequest(400, "The body ends " + missing + " bytes early");
        }
        return n;
    }
}
