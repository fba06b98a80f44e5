package vn.nhipcho.clickhouse;

import java.sql.SQLException;

/** A value that the driver could not turn into its column's type: the row's content, before anything was sent. */
final class UnboundRow extends SQLException {
    UnboundRow(String what, Throwable cause) {
        super(what, cause);
    }
}
