package vn.nhipcho.clickhouse;

import java.util.ArrayList;
import java.util.List;

/** Splits a script into statements at the semicolons outside strings, quoted names and comments. */
final class SqlScript {
    private SqlScript() {}

    /** The statements in order, without comments between or inside them. */
    static List<String> statements(String script) {
        List<String> statements = new ArrayList<>();
        StringBuilder statement = new StringBuilder();
        int i = 0;
        while (i < script.length()) {
            char c = script.charAt(i);
            if (c == '\'' || c == '"' || c == '`') {
                int end = endOfQuoted(script, i);
                statement.append(script, i, end);
                i = end;
            } else if (script.startsWith("--", i)) {
                int end = script.indexOf('\n', i);
                i = end < 0 ? script.length() : end;
            } else if (script.startsWith("/*", i)) {
                int end = script.indexOf("*/", i + 2);
                if (end < 0) {
                    throw new IllegalArgumentException("a comment opened at character " + i + " does not end");
                }
                statement.append(' ');
                i = end + 2;
            } else {
                if (c == ';') {
                    addUnlessBlank(statement, statements);
                } else {
                    statement.append(c);
                }
                i++;
            }
        }
        addUnlessBlank(statement, statements);
        return statements;
    }

    private static int endOfQuoted(String script, int start) {
        char quote = script.charAt(start);
        for (int i = start + 1; i < script.length(); i++) {
            if (script.charAt(i) == '\\') {
                i++;
            } else if (script.charAt(i) == quote) {
                // A doubled quote closes one string and opens the next: together they are what was written.
                return i + 1;
            }
        }
        throw new IllegalArgumentException("a " + quote + " opened at character " + start + " is not closed");
    }

    private static void addUnlessBlank(StringBuilder statement, List<String> statements) {
        String text = statement.toString().strip();
        if (!text.isEmpty()) {
            statements.add(text);
        }
        statement.setLength(0);
    }
}
