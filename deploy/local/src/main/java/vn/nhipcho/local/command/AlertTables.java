package vn.nhipcho.local.command;

import java.sql.SQLException;
import vn.nhipcho.local.Failure;

/** What to say when the tables of alerts cannot be read. */
final class AlertTables {
    private static final int UNKNOWN_TABLE = 60;

    private AlertTables() {}

    static Failure unreadable(Exception e) {
        boolean isOld = e instanceof SQLException sql && sql.getErrorCode() == UNKNOWN_TABLE
                || String.valueOf(e.getMessage()).contains("UNKNOWN_TABLE");
        return isOld
                ? new Failure("ClickHouse was set up by an earlier release: run 'nhip-cho migrate' first")
                : new Failure("The alerts cannot be read", e);
    }
}
