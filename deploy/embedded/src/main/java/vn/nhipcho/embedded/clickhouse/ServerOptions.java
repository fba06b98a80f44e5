package vn.nhipcho.embedded.clickhouse;

import java.nio.file.Path;
import java.util.List;

/**
 * Where the engine keeps its data and where it listens.
 *
 * @param port 0 for any free one
 * @param memoryLimit bytes the engine may take; queries beyond it fail with code 241
 */
public record ServerOptions(Path dataDir, String host, int port, long memoryLimit) {
    public static final long DEFAULT_MEMORY_LIMIT = 2L << 30;

    public ServerOptions {
        dataDir = dataDir.toAbsolutePath().normalize();
    }

    /** Loopback, any free port, 2 GiB. */
    public static ServerOptions at(Path dataDir) {
        return new ServerOptions(dataDir, "127.0.0.1", 0, DEFAULT_MEMORY_LIMIT);
    }

    public ServerOptions withPort(int newPort) {
        return new ServerOptions(dataDir, host, newPort, memoryLimit);
    }

    public ServerOptions withMemoryLimit(long newMemoryLimit) {
        return new ServerOptions(dataDir, host, port, newMemoryLimit);
    }

    List<String> toArguments() {
        return List.of(dataDir.toString(), host, Integer.toString(port), Long.toString(memoryLimit));
    }

    static ServerOptions fromArguments(String[] arguments) {
        return new ServerOptions(
                Path.of(arguments[0]), arguments[1], Integer.parseInt(arguments[2]), Long.parseLong(arguments[3]));
    }

    public Path logFile() {
        return dataDir.resolve("clickhouse.log");
    }
}
