package vn.nhipcho.embedded.clickhouse;

import java.nio.charset.StandardCharsets;

/** The significant tokens of a statement, comments and blanks left out; literals and quoted names count as one token. */
final class SqlTokens {
    private final byte[] text;
    private final int end;
    private int position;
    private int tokenStart;
    private int depth;

    SqlTokens(byte[] text, int start, int end) {
        this.text = text;
        this.position = start;
        this.end = end;
    }

    boolean next() {
        skipBlanksAndComments();
        if (position >= end) {
            return false;
        }
        tokenStart = position;
        char c = at(position);
        if (c == '\'' || c == '"' || c == '`') {
            skipQuoted(c);
        } else if (isWord(c)) {
            while (position < end && isWord(at(position))) {
                position++;
            }
        } else if (c != '$' || !skipHeredoc()) {
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            position++;
        }
        return true;
    }

    /** Moves on only when the next token is this one. */
    boolean nextIf(String expected) {
        int positionBefore = position;
        int depthBefore = depth;
        if (next() && is(expected)) {
            return true;
        }
        position = positionBefore;
        depth = depthBefore;
        return false;
    }

    /** Just behind the current token. */
    int position() {
        return position;
    }

    int tokenStart() {
        return tokenStart;
    }

    int depth() {
        return depth;
    }

    boolean isWord() {
        return isWord(at(tokenStart));
    }

    boolean is(String word) {
        return token().equalsIgnoreCase(word);
    }

    String token() {
        return new String(text, tokenStart, position - tokenStart, StandardCharsets.UTF_8);
    }

    private void skipBlanksAndComments() {
        while (position < end) {
            char c = at(position);
            if (c <= ' ') {
                position++;
            } else if (c == '-' && at(position + 1) == '-'
                    || c == '#' && (at(position + 1) == ' ' || at(position + 1) == '!')) {
                skipTo("\n");
            } else if (c == '/' && at(position + 1) == '*') {
                position += 2;
                skipTo("*/");
            } else {
                return;
            }
        }
    }

    private void skipQuoted(char quote) {
        position++;
        while (position < end) {
            char c = at(position++);
            if (c == '\\') {
                position++;
            } else if (c == quote) {
                if (at(position) != quote) {
                    return;
                }
                position++;
            }
        }
        position = end;
    }

    private boolean skipHeredoc() {
        int close = position + 1;
        while (close < end && isWord(at(close))) {
            close++;
        }
        if (at(close) != '$') {
            return false;
        }
        String tag = new String(text, position, close + 1 - position, StandardCharsets.ISO_8859_1);
        position = close + 1;
        skipTo(tag);
        return true;
    }

    private void skipTo(String mark) {
        while (position < end) {
            if (startsWith(mark)) {
                position += mark.length();
                return;
            }
            position++;
        }
    }

    private boolean startsWith(String mark) {
        for (int i = 0; i < mark.length(); i++) {
            if (at(position + i) != mark.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private char at(int index) {
        return index < end ? (char) (text[index] & 0xff) : 0;
    }

    private static boolean isWord(char c) {
        return c == '_' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 0x80;
    }
}
