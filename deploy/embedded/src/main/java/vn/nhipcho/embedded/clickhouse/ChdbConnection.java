package vn.nhipcho.embedded.clickhouse;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** One connection to the engine in this process: a session that runs one statement at a time. Not thread-safe. */
final class ChdbConnection implements AutoCloseable {
    private static final int CHUNK = 256 * 1024;
    private static final int ANALYSIS_BYTES = 16;
    private static final int READ_ONLY = 0;

    /** What the engine's parser makes of a text; {@code statements} is 0 when any part of it does not parse. */
    record Analysis(int statements, boolean readOnly) {}

    private final Pointer connection;
    private final Pointer handle;

    ChdbConnection(Pointer connection) {
        this.connection = connection;
        this.handle = connection.getPointer(0);
    }

    Analysis analyse(byte[] sql) {
        int[] analysis = {ANALYSIS_BYTES, 0, 0, 0};
        LibChdb.chdb_classify_query_n(handle, sql, sql.length, null, 0, analysis);
        return new Analysis(analysis[1], analysis[3] == READ_ONLY);
    }

    /** Parses without executing and throws what the engine says of a text that it cannot parse as one statement. */
    EngineException syntaxError(byte[] sql) {
        Pointer stream = open(sql, "", Map.of());
        try {
            Pointer error = LibChdb.chdb_stream_insert_error(stream);
            return error == null
                    ? EngineException.of(EngineException.SYNTAX_ERROR, "Syntax error")
                    : EngineException.parse(error.getString(0, "UTF-8"));
        } finally {
            LibChdb.chdb_destroy_insert_stream(stream);
        }
    }

    void execute(String sql) throws EngineException {
        query(sql.getBytes(StandardCharsets.UTF_8), "Null", Map.of()).close();
    }

    String text(String sql) throws EngineException {
        try (ChdbResult result = query(sql.getBytes(StandardCharsets.UTF_8), "TSVRaw", Map.of())) {
            return result.text().strip();
        }
    }

    ChdbResult query(byte[] sql, String format, Map<String, String> parameters) throws EngineException {
        byte[] formatBytes = format.getBytes(StandardCharsets.UTF_8);
        try (QueryParameters bound = new QueryParameters(parameters)) {
            return ChdbResult.of(LibChdb.chdb_query_with_params_n(
                    handle,
                    sql,
                    sql.length,
                    formatBytes,
                    formatBytes.length,
                    bound.names,
                    bound.nameLengths,
                    bound.values,
                    bound.valueLengths,
                    bound.count()));
        }
    }

    /**
     * Inserts a stream of rows.
     *
     * <p>The data never passes as query text: there the engine cuts it at a {@code ;} or an empty line and runs what
     * follows as SQL.
     *
     * @param statement the INSERT up to, not including, FORMAT or VALUES
     */
    ChdbResult insert(byte[] statement, String format, Map<String, String> parameters, InputStream data)
            throws EngineException, IOException {
        Pointer stream = open(statement, format, parameters);
        try {
            Pointer error = LibChdb.chdb_stream_insert_error(stream);
            if (error != null) {
                throw EngineException.parse(error.getString(0, "UTF-8"));
            }
            appendAll(stream, data);
            return ChdbResult.of(LibChdb.chdb_stream_done(stream));
        } catch (IOException incomplete) {
            LibChdb.chdb_stream_cancel_insert(stream);
            throw incomplete;
        } finally {
            LibChdb.chdb_destroy_insert_stream(stream);
        }
    }

    private Pointer open(byte[] statement, String format, Map<String, String> parameters) {
        byte[] formatBytes = format.getBytes(StandardCharsets.UTF_8);
        try (QueryParameters bound = new QueryParameters(parameters)) {
            return LibChdb.chdb_stream_insert_with_params_n(
                    handle,
                    statement,
                    statement.length,
                    formatBytes,
                    formatBytes.length,
                    bound.names,
                    bound.nameLengths,
                    bound.values,
                    bound.valueLengths,
                    bound.count());
        }
    }

    private static void appendAll(Pointer stream, InputStream data) throws IOException {
        byte[] chunk = new byte[CHUNK];
        try (Memory memory = new Memory(CHUNK)) {
            for (int n = data.readNBytes(chunk, 0, CHUNK); n > 0; n = data.readNBytes(chunk, 0, CHUNK)) {
                memory.write(0, chunk, 0, n);
                if (LibChdb.chdb_stream_append(stream, memory, n) != 0) {
                    return; // The engine has already failed; finishing the stream tells why.
                }
            }
        }
    }

    @Override
    public void close() {
        LibChdb.chdb_close_conn(connection);
    }
}
