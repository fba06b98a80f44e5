package vn.nhipcho.embedded.clickhouse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * Tells in the data directory on which port it is served, and by which process: for the parent that waits for its
 * child, and for other commands that look for a running engine. After kill -9 it stays behind and names a dead process.
 *
 * @param instance drawn by the parent, which so knows its own child's file from one left behind
 */
record PortFile(int port, long pid, String instance) {
    private static final String NAME = "http-port";

    static Optional<PortFile> read(Path dataDir) throws IOException {
        Path file = dataDir.resolve(NAME);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String[] fields = Files.readString(file).strip().split(" ");
        return fields.length == 3
                ? Optional.of(new PortFile(Integer.parseInt(fields[0]), Long.parseLong(fields[1]), fields[2]))
                : Optional.empty();
    }

    void write(Path dataDir) throws IOException {
        Path part = dataDir.resolve(NAME + ".part");
        Files.writeString(part, port + " " + pid + " " + instance + "\n", StandardCharsets.US_ASCII);
        Files.move(part, dataDir.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
    }

    static void delete(Path dataDir) throws IOException {
        Files.deleteIfExists(dataDir.resolve(NAME));
    }

    boolean isAlive() {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }
}
