package vn.nhipcho.dashboards.sql;

import java.util.ArrayList;
import java.util.List;

/** The little of SQL's text that the macros need: where comments are, where a bracket closes, which arguments it holds. */
final class SqlText {
    private SqlText() {}

    /** Grafana's macros leave comments as they are, and a database does not read them: so they go first. */
    static String withoutComments(String sql) {
        StringBuilder kept = new StringBuilder(sql.length());
        int at = 0;
        while (at < sql.length()) {
            char c = sql.charAt(at);
            if (c == '\'' || c == '"' || c == '`') {
                int end = endOfQuoted(sql, at);
                kept.append(sql, at, end);
                at = end;
            } else if (sql.startsWith("--", at)) {
                at = indexOr(sql, "\n", at, 0);
            } else if (sql.startsWith("/*", at)) {
                kept.append(' ');
                at = indexOr(sql, "*/", at + 2, 2);
            } else {
                kept.append(c);
                at++;
            }
        }
        return kept.toString();
    }

    private static int indexOr(String sql, String what, int from, int past) {
        int index = sql.indexOf(what, from);
        return index < 0 ? sql.length() : index + past;
    }

    private static int endOfQuoted(String sql, int start) {
        char quote = sql.charAt(start);
        for (int at = start + 1; at < sql.length(); at++) {
            if (sql.charAt(at) == '\\') {
                at++;
            } else if (sql.charAt(at) == quote) {
                return at + 1;
            }
        }
        throw new SqlTemplateException("a " + quote + " is not closed: " + excerpt(sql, start));
    }

    /** The bracket that closes the one at {@code open}. Quotes are not heeded, as in the plugin. */
    static int closingBracket(String sql, int open) {
        int depth = 0;
        for (int at = open; at < sql.length(); at++) {
            if (sql.charAt(at) == '(') {
                depth++;
            } else if (sql.charAt(at) == ')' && --depth == 0) {
                return at;
            }
        }
        throw new SqlTemplateException("a ( is not closed: " + excerpt(sql, open));
    }

    /** What stands between the commas that are in no further bracket. */
    static List<String> arguments(String inside) {
        List<String> arguments = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int at = 0; at < inside.length(); at++) {
            char c = inside.charAt(at);
            if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth--;
            } else if (c == ',' && depth == 0) {
                arguments.add(inside.substring(start, at).strip());
                start = at + 1;
            }
        }
        arguments.add(inside.substring(start).strip());
        return arguments;
    }

    /** Whether a quoted text holds what the plugin's splitter would take for its own. */
    static boolean hasQuotedBracketOrComma(String sql) {
        int at = 0;
        while (at < sql.length()) {
            char c = sql.charAt(at);
            if (c == '\'' || c == '"' || c == '`') {
                int end = endOfQuoted(sql, at);
                if (sql.substring(at, end).matches("(?s).*[(),].*")) {
                    return true;
                }
                at = end;
            } else {
                at++;
            }
        }
        return false;
    }

    static String excerpt(String sql, int at) {
        return sql.substring(at, Math.min(sql.length(), at + 60)).replace('\n', ' ');
    }
}
