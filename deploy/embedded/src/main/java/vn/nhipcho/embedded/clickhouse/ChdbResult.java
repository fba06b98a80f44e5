package vn.nhipcho.embedded.clickhouse;

import com.sun.jna.Pointer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The result of one statement, in native memory until it is closed. */
final class ChdbResult implements AutoCloseable {
    private static final int CHUNK = 64 * 1024;

    private final Pointer pointer;

    private ChdbResult(Pointer pointer) {
        this.pointer = pointer;
    }

    static ChdbResult of(Pointer pointer) throws EngineException {
        Pointer error = LibChdb.chdb_result_error(pointer);
        if (error == null) {
            return new ChdbResult(pointer);
        }
        EngineException exception = EngineException.parse(error.getString(0, "UTF-8"));
        LibChdb.chdb_destroy_query_result(pointer);
        throw exception;
    }

    long length() {
        return LibChdb.chdb_result_length(pointer);
    }

    void writeTo(OutputStream out) throws IOException {
        long length = length();
        Pointer bytes = LibChdb.chdb_result_buffer(pointer);
        byte[] chunk = new byte[(int) Math.min(CHUNK, length)];
        for (long at = 0; at < length; at += chunk.length) {
            int n = (int) Math.min(chunk.length, length - at);
            bytes.read(at, chunk, 0, n);
            out.write(chunk, 0, n);
        }
    }

    String text() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writeTo(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    Summary summary() {
        return new Summary(
                LibChdb.chdb_result_storage_rows_read(pointer),
                LibChdb.chdb_result_storage_bytes_read(pointer),
                LibChdb.chdb_result_rows_written(pointer),
                LibChdb.chdb_result_bytes_written(pointer),
                LibChdb.chdb_result_rows_read(pointer),
                length(),
                (long) (LibChdb.chdb_result_elapsed(pointer) * 1e9));
    }

    @Override
    public void close() {
        LibChdb.chdb_destroy_query_result(pointer);
    }
}
