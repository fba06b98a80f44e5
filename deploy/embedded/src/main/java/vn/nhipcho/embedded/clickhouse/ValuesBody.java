package vn.nhipcho.embedded.clickhouse;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The rows behind VALUES up to a closing semicolon; anything but blanks and comments behind it is refused, as a server
 * does. The engine would leave it out in silence.
 */
final class ValuesBody extends FilterInputStream {
    private enum Place {
        ROWS,
        TEXT,
        ESCAPE,
        DASH,
        LINE_COMMENT,
        SLASH,
        COMMENT,
        STAR
    }

    private Place place = Place.ROWS;
    private char quote;
    private boolean ended;

    ValuesBody(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int n = ended ? -1 : in.read(bytes, offset, length);
        for (int i = 0; i < n; i++) {
            if (closes((char) (bytes[offset + i] & 0xff))) {
                ended = true;
                requireNothing(bytes, offset + i + 1, offset + n);
                // Rows that are handed out before the rest is known to be blank would be stored.
                return i == 0 ? -1 : i;
            }
        }
        return n;
    }

    private void requireNothing(byte[] bytes, int from, int to) throws IOException {
        byte[] rest = bytes;
        int start = from;
        int end = to;
        while (end >= 0) {
            for (int i = start; i < end; i++) {
                char c = (char) (rest[i] & 0xff);
                Place before = place;
                closes(c);
                boolean comment = before == Place.STAR || before == Place.LINE_COMMENT;
                boolean text = place == Place.ROWS && c > ' ' && c != ';' && !comment;
                if (text || place == Place.TEXT) {
                    throw new BadRequest(400, "Rows behind the semicolon of VALUES: one request holds one statement");
                }
            }
            rest = new byte[8192];
            start = 0;
            end = in.read(rest, 0, rest.length);
        }
    }

    /** Follows the text and tells whether this character is a semicolon outside of quotes and comments. */
    private boolean closes(char c) {
        switch (place) {
            case TEXT -> place = c == '\\' ? Place.ESCAPE : c == quote ? Place.ROWS : Place.TEXT;
            case ESCAPE -> place = Place.TEXT;
            case LINE_COMMENT -> place = c == '\n' ? Place.ROWS : Place.LINE_COMMENT;
            case COMMENT -> place = c == '*' ? Place.STAR : Place.COMMENT;
            case STAR -> place = c == '/' ? Place.ROWS : c == '*' ? Place.STAR : Place.COMMENT;
            case ROWS, DASH, SLASH -> {
                if (place == Place.DASH && c == '-') {
                    place = Place.LINE_COMMENT;
                } else if (place == Place.SLASH && c == '*') {
                    place = Place.COMMENT;
                } else {
                    return inRows(c);
                }
            }
        }
        return false;
    }

    private boolean inRows(char c) {
        boolean quoted = c == '\'' || c == '"' || c == '`';
        quote = quoted ? c : quote;
        place = quoted ? Place.TEXT : c == '-' ? Place.DASH : c == '/' ? Place.SLASH : Place.ROWS;
        return c == ';';
    }
}
