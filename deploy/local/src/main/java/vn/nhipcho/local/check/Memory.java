package vn.nhipcho.local.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** How much memory is left: of the machine, or of the container where that is less. */
final class Memory {
    private static final Path MACHINE = Path.of("/proc/meminfo");
    private static final Path LIMIT = Path.of("/sys/fs/cgroup/memory.max");
    private static final Path USED = Path.of("/sys/fs/cgroup/memory.current");

    private Memory() {}

    static long available() {
        return Math.min(ofMachine().orElse(Long.MAX_VALUE), ofContainer().orElse(Long.MAX_VALUE));
    }

    private static OptionalLong ofMachine() {
        try (Stream<String> lines = Files.lines(MACHINE)) {
            return lines.filter(line -> line.startsWith("MemAvailable:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .findFirst();
        } catch (IOException notLinux) {
            return OptionalLong.empty();
        }
    }

    private static OptionalLong ofContainer() {
        try {
            String limit = Files.readString(LIMIT).strip();
            long used = Long.parseLong(Files.readString(USED).strip());
            return limit.equals("max") ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(limit) - used);
        } catch (IOException noLimit) {
            return OptionalLong.empty();
        }
    }
}
