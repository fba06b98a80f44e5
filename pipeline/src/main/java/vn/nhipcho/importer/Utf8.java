package vn.nhipcho.importer;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import vn.nhipcho.deadletter.DeadLetterReason;

/** Bytes to text, strictly: what is not UTF-8 is refused, not replaced. */
final class Utf8 {
    private static final char REPLACEMENT = '\uFFFD';

    private Utf8() {}

    static String decode(byte[] bytes) throws RowRejected {
        String text = new String(bytes, StandardCharsets.UTF_8);
        // The quick decoder marks what it could not read; only then is it worth asking the strict one.
        if (text.indexOf(REPLACEMENT) >= 0) {
            try {
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            } catch (CharacterCodingException e) {
                throw new RowRejected(DeadLetterReason.MALFORMED_TEXT, "the line is not UTF-8");
            }
        }
        return text;
    }

    /** UTF-8 cannot carry half of a surrogate pair, which JSON can escape. */
    static boolean hasLoneSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                boolean paired = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!paired) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }
}
