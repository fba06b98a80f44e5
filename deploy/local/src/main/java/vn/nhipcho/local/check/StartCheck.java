package vn.nhipcho.local.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.nhipcho.local.check.Machine.Port;

/**
 * What keeps {@code up} from starting: every problem with what to do about it, in one list.
 *
 * @param findings one line about what was looked at
 */
public record StartCheck(String findings, List<String> problems) {
    private static final int JAVA = 17;
    private static final long GIB = 1L << 30;
    /** A year and a half of the simulated season takes well under one; the rest is room for logs and checkpoints. */
    private static final long DISK = 3 * GIB;
    /** What the four processes were measured to take together, with room. */
    private static final long MEMORY = 2 * GIB + GIB / 2;

    /** @param engines whether embedded engines are to be started; what runs elsewhere asks less of this machine */
    public static StartCheck of(Machine machine, boolean engines) {
        List<String> problems = new ArrayList<>();
        if (engines && !isSupported(machine)) {
            problems.add(
                    "The embedded ClickHouse needs Linux or macOS on x86-64 or arm64, this is %s on %s: give --clickhouse URL of another one"
                            .formatted(machine.system(), machine.processor()));
        } else if (!machine.engineFetched()) {
            problems.add("The ClickHouse engine is not there: run 'mvn package', which fetches it (about 160 MB)");
        }
        if (machine.javaVersion() < JAVA) {
            problems.add("Java %d is too old: install a JDK of %d or newer".formatted(machine.javaVersion(), JAVA));
        }
        if (!machine.diskWritable()) {
            problems.add("The data directory cannot be written: choose another with --data-dir, or change its owner");
        } else if (machine.freeDisk() < DISK) {
            problems.add("Only %s of disk are free, %s are needed: make room, or put --data-dir on another disk"
                    .formatted(gib(machine.freeDisk()), gib(DISK)));
        }
        if (engines && machine.freeMemory() < MEMORY) {
            problems.add("Only %s of memory are free, %s are needed: end other programs, or use engines elsewhere"
                    .formatted(gib(machine.freeMemory()), gib(MEMORY)));
        }
        problems.addAll(portProblems(machine.portsFree()));
        return new StartCheck(findings(machine), problems);
    }

    private static boolean isSupported(Machine machine) {
        String system = machine.system();
        return (system.equals("Linux") || system.startsWith("Mac"))
                && Arrays.asList("amd64", "x86_64", "aarch64").contains(machine.processor());
    }

    private static List<String> portProblems(Map<Port, Boolean> ports) {
        List<String> problems = new ArrayList<>();
        Map<Integer, String> wanted = new HashMap<>();
        ports.forEach((port, free) -> {
            String other = wanted.put(port.number(), port.service());
            if (other != null) {
                problems.add("--%s-port and --%s-port are both %d: give one of them another number"
                        .formatted(other, port.service(), port.number()));
            } else if (!free) {
                problems.add("Port %d is taken: end what listens there, or choose another with --%s-port"
                        .formatted(port.number(), port.service()));
            }
        });
        return problems;
    }

    private static String findings(Machine machine) {
        String ports = machine.portsFree().keySet().stream()
                .map(port -> Integer.toString(port.number()))
                .collect(Collectors.joining(" "));
        String memory = machine.freeMemory() == Long.MAX_VALUE ? "" : ", " + gib(machine.freeMemory()) + " memory";
        return "%s %s, Java %d, %s disk free%s%s"
                .formatted(
                        machine.system(),
                        machine.processor(),
                        machine.javaVersion(),
                        gib(machine.freeDisk()),
                        memory,
                        ports.isEmpty() ? "" : ", ports " + ports);
    }

    private static String gib(long bytes) {
        return "%.1f GiB".formatted((double) bytes / GIB);
    }
}
