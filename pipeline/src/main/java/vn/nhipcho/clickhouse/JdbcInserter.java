package vn.nhipcho.clickhouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;

/** Inserts through ClickHouse JDBC in RowBinary. Any error throws the connection away. */
final class JdbcInserter implements Inserter, AutoCloseable {
    private static final int UNKNOWN_STATUS_OF_INSERT = 319;

    private final ClickHouseConfig config;
    private Connection connection;
    private PreparedStatement statement;
    private TableSpec<?> prepared;

    JdbcInserter(ClickHouseConfig config) {
        this.config = config;
    }

    @Override
    public void insert(RowBatch batch, int from, int to) throws SQLException {
        if (from == to) {
            return;
        }
        boolean done = false;
        try {
            PreparedStatement insert = prepare(batch.table());
            List<? extends Column<?>> columns = batch.table().columns().subList(0, batch.columns());
            RowInput in = batch.reader();
            for (int i = from; i < to; i++) {
                bind(columns, batch.row(in, i), insert);
            }
            execute(insert, to - from);
            done = true;
        } catch (RuntimeException e) {
            // The driver lets some errors of the server through as they are.
            throw new SQLException(e.getMessage(), null, ErrorVerdicts.codeOf(e), e);
        } finally {
            if (!done) {
                close();
            }
        }
    }

    /**
     * Sends what was added to the statement. The driver's HTTP client sends a request again after a 503 or 429, by itself and
     * by then with an empty body, which ClickHouse takes as an insert of nothing and answers 200. It may say more than was sent:
     * a materialized view's rows count too.
     */
    static void execute(PreparedStatement insert, int rows) throws SQLException {
        long written = insert.executeLargeUpdate();
        if (written < rows) {
            throw new SQLException(
                    "ClickHouse wrote %d of %d rows".formatted(written, rows), null, UNKNOWN_STATUS_OF_INSERT);
        }
    }

    private static void bind(List<? extends Column<?>> columns, RowInput row, PreparedStatement insert)
            throws SQLException {
        row.readLong(); // the partition: part of the key, no column
        int index = 0;
        try {
            while (index < columns.size()) {
                columns.get(index).bind(row, insert, ++index);
            }
            insert.addBatch();
        } catch (SQLException | RuntimeException e) {
            throw new UnboundRow(describe(e), e);
        }
    }

    private static String describe(Throwable error) {
        Throwable root = error;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return "the driver cannot write the row: " + root.getMessage();
    }

    private PreparedStatement prepare(TableSpec<?> table) throws SQLException {
        if (connection == null) {
            connection = config.connectToInsert();
        }
        if (prepared != table) {
            // Without a list of columns: the driver writes all of them in the table's order, unset ones by default.
            String values = String.join(",", Collections.nCopies(table.columns().size(), "?"));
            statement = connection.prepareStatement("INSERT INTO " + table.name() + " VALUES (" + values + ")");
            prepared = table;
        }
        return statement;
    }

    @Override
    public void close() {
        Connection abandoned = connection;
        connection = null;
        statement = null;
        prepared = null;
        if (abandoned != null) {
            try {
                abandoned.close();
            } catch (SQLException e) {
                org.slf4j.LoggerFactory.getLogger(JdbcInserter.class).debug("closing a broken connection", e);
            }
        }
    }
}
