package vn.nhipcho.clickhouse;

import java.sql.SQLException;

/** Inserts rows {@code from} (inclusive) to {@code to} of a batch with one statement, all or none. */
interface Inserter {
    void insert(RowBatch batch, int from, int to) throws SQLException;
}
