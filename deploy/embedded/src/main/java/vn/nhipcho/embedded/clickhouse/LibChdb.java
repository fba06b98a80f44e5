package vn.nhipcho.embedded.clickhouse;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import com.sun.jna.StringArray;

/** The functions of libchdb's C interface (chdb.h) that are used here, by JNA direct mapping. */
final class LibChdb {
    private LibChdb() {}

    static void load(String path) {
        Native.register(LibChdb.class, NativeLibrary.getInstance(path));
    }

    static native void chdb_set_signal_handlers_enabled(int enabled);

    static native Pointer chdb_connect(int argc, StringArray argv);

    static native void chdb_close_conn(Pointer connection);

    static native int chdb_shutdown();

    static native int chdb_classify_query_n(
            Pointer handle, byte[] sql, long sqlLength, Pointer database, long databaseLength, int[] analysis);

    static native Pointer chdb_query_with_params_n(
            Pointer handle,
            byte[] sql,
            long sqlLength,
            byte[] format,
            long formatLength,
            Pointer names,
            long[] nameLengths,
            Pointer values,
            long[] valueLengths,
            long count);

    static native Pointer chdb_result_buffer(Pointer result);

    static native long chdb_result_length(Pointer result);

    static native double chdb_result_elapsed(Pointer result);

    static native long chdb_result_rows_read(Pointer result);

    static native long chdb_result_storage_rows_read(Pointer result);

    static native long chdb_result_storage_bytes_read(Pointer result);

    static native long chdb_result_rows_written(Pointer result);

    static native long chdb_result_bytes_written(Pointer result);

    static native Pointer chdb_result_error(Pointer result);

    static native void chdb_destroy_query_result(Pointer result);

    static native Pointer chdb_stream_insert_with_params_n(
            Pointer handle,
            byte[] sql,
            long sqlLength,
            byte[] format,
            long formatLength,
            Pointer names,
            long[] nameLengths,
            Pointer values,
            long[] valueLengths,
            long count);

    static native int chdb_stream_append(Pointer stream, Pointer data, long length);

    static native Pointer chdb_stream_done(Pointer stream);

    static native void chdb_stream_cancel_insert(Pointer stream);

    static native Pointer chdb_stream_insert_error(Pointer stream);

    static native void chdb_destroy_insert_stream(Pointer stream);
}
