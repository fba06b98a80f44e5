package vn.nhipcho.importer;

import java.util.ArrayList;
import java.util.List;
import vn.nhipcho.deadletter.DeadLetterReason;

/** Splits one line of comma separated values. A field never spans lines, so that a stray quote costs one line and not the file. */
final class CsvLine {
    private CsvLine() {}

    static List<String> split(String line, int expected) throws RowRejected {
        var fields = new ArrayList<String>(expected);
        int position = 0;
        while (true) {
            int end;
            if (position < line.length() && line.charAt(position) == '"') {
                end = closingQuote(line, position + 1);
                fields.add(line.substring(position + 1, end).replace("\"\"", "\""));
                end++;
                if (end < line.length() && line.charAt(end) != ',') {
                    throw unmatchedQuotes();
                }
            } else {
                end = line.indexOf(',', position);
                end = end < 0 ? line.length() : end;
                fields.add(line.substring(position, end));
            }
            if (end >= line.length()) {
                return fields;
            }
            position = end + 1;
        }
    }

    private static int closingQuote(String line, int from) throws RowRejected {
        int at = from;
        while (true) {
            at = line.indexOf('"', at);
            if (at < 0) {
                throw unmatchedQuotes();
            }
            if (at + 1 < line.length() && line.charAt(at + 1) == '"') {
                at += 2;
            } else {
                return at;
            }
        }
    }

    private static RowRejected unmatchedQuotes() {
        return new RowRejected(DeadLetterReason.MALFORMED_ROW, "quotes do not match");
    }
}
