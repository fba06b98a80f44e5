package vn.nhipcho.source;

import static vn.nhipcho.deadletter.DeadLetterReason.MALFORMED_TEXT;
import static vn.nhipcho.deadletter.DeadLetterReason.MISSING_FIELD;
import static vn.nhipcho.deadletter.DeadLetterReason.OUT_OF_RANGE;

import java.text.Normalizer;

/** Checks of text fields. What passes is NFC, so that one word has one spelling in every key. */
final class Texts {
    /** Longer than any identifier or name of the field; keeps keys and state small. */
    static final int MOST_CHARS = 512;

    /** Every character below is its own NFC form, and none of them combines with the one before it. */
    private static final char FIRST_THAT_MAY_CHANGE = '\u0300';

    private Texts() {}

    /** Not blank. */
    static String required(String field, String text) {
        if (text == null || text.isBlank()) {
            throw new Refusal(MISSING_FIELD, field + " is blank");
        }
        return clean(field, text);
    }

    /** Null when it is absent or blank: a blank text tells nothing. */
    static String optional(String field, String text) {
        return text == null || text.isBlank() ? null : clean(field, text);
    }

    /** Null only when it is absent, for fields in which empty has a meaning. */
    static String optionalOrEmpty(String field, String text) {
        if (text == null) {
            return null;
        }
        return text.isBlank() ? "" : clean(field, text);
    }

    private static String clean(String field, String text) {
        if (text.length() > MOST_CHARS) {
            throw new Refusal(OUT_OF_RANGE, field + " has " + text.length() + " characters, more than " + MOST_CHARS);
        }
        boolean isNfc = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c <= '~') {
                continue;
            }
            if (Character.isISOControl(c)) {
                throw malformed(field, "a control character", i);
            }
            if (c >= FIRST_THAT_MAY_CHANGE) {
                isNfc = false;
                i += checkedWidth(field, text, i) - 1;
            }
        }
        return isNfc ? text : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private static int checkedWidth(String field, String text, int i) {
        char c = text.charAt(i);
        // Broken UTF-8 and lone surrogates arrive as the replacement character: the bytes are gone by now.
        if (c == '\uFFFD') {
            throw malformed(field, "bytes that are not UTF-8, or a replacement character", i);
        }
        if (!Character.isSurrogate(c)) {
            return 1;
        }
        int whole = text.codePointAt(i);
        if (!Character.isSupplementaryCodePoint(whole)) {
            throw malformed(field, "a lone surrogate", i);
        }
        return 2;
    }

    private static Refusal malformed(String field, String what, int position) {
        return new Refusal(MALFORMED_TEXT, field + " holds " + what + " at character " + (position + 1));
    }
}
