package vn.nhipcho.local.command;

import java.sql.SQLException;
import vn.nhipcho.local.Failure;

/** What to say when the tables of reports cannot be read or written. */
final class ReportTables {
    private static final int UNKNOWN_TABLE = 60;

    private ReportTables() {}

    static Failure unreadable(SQLException e) {
        boolean isOld = e.getErrorCode() == UNKNOWN_TABLE
                || String.valueOf(e.getMessage()).contains("UNKNOWN_TABLE");
        return isOld
                ? new Failure("ClickHouse was set up by an earlier release: run 'nhip-cho migrate' first")
                : new Failure("ClickHouse could not be asked for the report", e);
    }
}
