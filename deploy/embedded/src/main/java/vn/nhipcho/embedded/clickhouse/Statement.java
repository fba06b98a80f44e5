package vn.nhipcho.embedded.clickhouse;

import java.util.Arrays;
import java.util.Optional;

/** How the text of a request is to be executed. */
sealed interface Statement {

    /** Text for the engine; {@code format} is that of its own FORMAT clause. */
    record Ordinary(Optional<String> format) implements Statement {}

    /** An INSERT with rows behind it: {@code head} ends before FORMAT or VALUES, the rows begin at {@code dataStart}. */
    record InsertData(byte[] head, String format, int dataStart) implements Statement {}

    /** An INSERT whose rows do not begin within the text. */
    record OpenInsert() implements Statement {}

    static Statement parse(byte[] text) {
        SqlTokens tokens = new SqlTokens(text, 0, text.length);
        boolean insert = tokens.next() && tokens.is("INSERT");
        return insert ? insert(text, tokens) : new Ordinary(trailingFormat(text));
    }

    private static Statement insert(byte[] text, SqlTokens tokens) {
        skipTarget(tokens);
        while (tokens.next()) {
            if (tokens.depth() != 0 || !tokens.isWord()) {
                continue;
            }
            int clause = tokens.tokenStart();
            if (tokens.is("VALUES")) {
                return new InsertData(Arrays.copyOf(text, clause), "Values", tokens.position());
            }
            if (tokens.is("FORMAT") && tokens.next() && tokens.isWord()) {
                int dataStart = skipToData(text, tokens.position());
                return new InsertData(Arrays.copyOf(text, clause), tokens.token(), dataStart);
            }
            if (tokens.is("SELECT") || tokens.is("WITH") || tokens.is("FROM")) {
                return new Ordinary(Optional.empty());
            }
        }
        return new OpenInsert();
    }

    /** Passes the name behind INTO, which may be spelled like any of the clauses looked for. */
    private static void skipTarget(SqlTokens tokens) {
        tokens.nextIf("INTO");
        tokens.nextIf("TABLE");
        tokens.nextIf("FUNCTION");
        do {
            tokens.next();
        } while (tokens.nextIf("."));
    }

    /** As in ClickHouse: blanks and one line end behind the format's name do not belong to the data. */
    private static int skipToData(byte[] text, int position) {
        int at = position;
        while (at < text.length && (text[at] == ' ' || text[at] == '\t' || text[at] == '\f')) {
            at++;
        }
        if (at < text.length && text[at] == '\r') {
            at++;
        }
        return at < text.length && text[at] == '\n' ? at + 1 : at;
    }

    private static Optional<String> trailingFormat(byte[] text) {
        Optional<String> format = Optional.empty();
        SqlTokens tokens = new SqlTokens(text, 0, text.length);
        boolean more = tokens.next();
        while (more) {
            boolean keyword = tokens.depth() == 0 && tokens.is("FORMAT");
            more = tokens.next();
            if (keyword && more && tokens.isWord()) {
                String name = tokens.token();
                more = tokens.next();
                boolean last = !more || tokens.is(";") || tokens.is("SETTINGS");
                format = last ? Optional.of(name) : format;
            }
        }
        return format;
    }
}
