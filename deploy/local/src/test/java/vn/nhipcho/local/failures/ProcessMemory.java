package vn.nhipcho.local.failures;

import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** The memory of a JVM beside this one, asked through its own management agent. */
final class ProcessMemory implements AutoCloseable {
    private final long pid;
    private final JMXConnector connector;
    private final MemoryMXBean memory;

    /** Bytes: of the heap in use after a collection, and of the whole process in memory. */
    record Sample(long heap, long resident) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "heap %,4d MiB  resident %,5d MiB", heap >> 20, resident >> 20);
        }
    }

    private ProcessMemory(long pid, JMXConnector connector, MemoryMXBean memory) {
        this.pid = pid;
        this.connector = connector;
        this.memory = memory;
    }

    static ProcessMemory of(long pid) throws Exception {
        VirtualMachine machine = VirtualMachine.attach(Long.toString(pid));
        try {
            JMXConnector connector =
                    JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent()));
            MemoryMXBean memory = ManagementFactory.newPlatformMXBeanProxy(
                    connector.getMBeanServerConnection(), ManagementFactory.MEMORY_MXBEAN_NAME, MemoryMXBean.class);
            return new ProcessMemory(pid, connector, memory);
        } finally {
            machine.detach();
        }
    }

    Sample afterGc() throws IOException {
        memory.gc();
        return new Sample(memory.getHeapMemoryUsage().getUsed(), resident());
    }

    private long resident() throws IOException {
        try (var lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .sum()
                    << 10;
        }
    }

    @Override
    public void close() throws IOException {
        connector.close();
    }
}
