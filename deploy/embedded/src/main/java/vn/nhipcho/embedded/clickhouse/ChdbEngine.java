package vn.nhipcho.embedded.clickhouse;

import com.sun.jna.Pointer;
import com.sun.jna.StringArray;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The ClickHouse engine of this process, on one data directory.
 *
 * <p>A connection costs 0.15 ms, so every request gets a fresh one and none inherits settings, or bytes of a failed
 * result, from another. One connection stays open throughout: with the last one the engine goes down.
 */
final class ChdbEngine implements AutoCloseable {
    /** What clickhouse-server does by default and the library does otherwise. */
    private static final List<String> SESSION_SETTINGS =
            List.of("--implicit_select=0", "--max_result_bytes=1073741824");

    private final Path dataDir;
    private final ChdbConnection keeper;
    private final String version;

    private ChdbEngine(Path dataDir, ChdbConnection keeper) throws EngineException {
        this.dataDir = dataDir;
        this.keeper = keeper;
        this.version = keeper.text("SELECT version()");
    }

    static ChdbEngine start(Path library, Path dataDir, Path configFile, long memoryLimit) throws IOException {
        LibChdb.load(library.toString());
        // The handlers of the JVM and of the engine for the same signals would fight; the JVM needs its own.
        LibChdb.chdb_set_signal_handlers_enabled(0);
        Stream<String> server = Stream.of("--config-file=" + configFile, "--max_server_memory_usage=" + memoryLimit);
        try {
            return new ChdbEngine(dataDir, connect(dataDir, server));
        } catch (EngineException unusable) {
            throw new IOException("The engine started on " + dataDir + " and does not answer", unusable);
        }
    }

    ChdbConnection connect() throws EngineException {
        try {
            return connect(dataDir, Stream.empty());
        } catch (IOException refused) {
            throw EngineException.of(EngineException.LOGICAL_ERROR, refused.getMessage());
        }
    }

    private static ChdbConnection connect(Path dataDir, Stream<String> server) throws IOException {
        String[] arguments = Stream.of(Stream.of("clickhouse", "--path=" + dataDir), server, SESSION_SETTINGS.stream())
                .flatMap(part -> part)
                .toArray(String[]::new);
        Pointer connection = LibChdb.chdb_connect(arguments.length, new StringArray(arguments, "UTF-8"));
        if (connection == null) {
            throw new IOException("The engine refused a connection to " + dataDir + "; its reason is printed above");
        }
        return new ChdbConnection(connection);
    }

    String version() {
        return version;
    }

    /** Only when every other connection is closed. */
    @Override
    public void close() {
        keeper.close();
        LibChdb.chdb_shutdown();
    }
}
