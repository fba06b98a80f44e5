package vn.nhipcho.local.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Processor time of this process's JIT compiler so far, as Linux counts it by thread. Java itself tells only how long compiling
 * took by the clock, which on a busy machine is mostly waiting.
 */
final class JitTime {
    private static final Path THREADS = Path.of("/proc/self/task");
    /** What the kernel counts in, for programs, on every machine. */
    private static final double TICKS_A_SECOND = 100;

    private static final int USER = 11;
    private static final int SYSTEM = 12;

    private JitTime() {}

    /** Empty on other systems. */
    static OptionalDouble seconds() {
        try (Stream<Path> threads = Files.list(THREADS)) {
            return OptionalDouble.of(
                    threads.map(JitTime::stat).mapToDouble(JitTime::seconds).sum());
        } catch (IOException notLinux) {
            return OptionalDouble.empty();
        }
    }

    private static String stat(Path thread) {
        try {
            return Files.readString(thread.resolve("stat"));
        } catch (IOException ended) {
            return "";
        }
    }

    /** Of one thread by its line in {@code stat}; 0 of every thread that is not the compiler's. */
    static double seconds(String stat) {
        if (!stat.contains("(C1 Compiler") && !stat.contains("(C2 Compiler")) {
            return 0;
        }
        // The name before may hold spaces.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).trim().split(" ");
        return (Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM])) / TICKS_A_SECOND;
    }
}
