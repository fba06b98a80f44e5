package vn.nhipcho.local.clickhouse;

/** ClickHouse would not run a statement; the message is its own, on one line. */
public final class SqlRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private SqlRefused(String message) {
        super(message, null, false, false);
    }

    static SqlRefused of(String answer) {
        return new SqlRefused(answer.strip()
                .replaceAll("\\s*\\R\\s*", " ")
                .replaceFirst("\\s*\\(version [^)]*\\(official build\\)\\)\\s*$", ""));
    }
}
