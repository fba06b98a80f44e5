package vn.nhipcho.local.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The most resident memory that a process ever had, as Linux counts it. */
final class PeakMemory {
    private PeakMemory() {}

    /** Bytes; empty on other systems. */
    static OptionalLong of(long pid) {
        try (Stream<String> status = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return read(status);
        } catch (IOException notLinux) {
            return OptionalLong.empty();
        }
    }

    static OptionalLong read(Stream<String> status) {
        return status.filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                .findFirst();
    }
}
