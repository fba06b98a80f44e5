package vn.nhipcho.local.check;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a start depends on.
 *
 * @param freeMemory bytes that a new process may take; Long.MAX_VALUE where it cannot be told
 * @param engineFetched whether the build has fetched libchdb, or none is needed
 * @param portsFree what is to listen there, by whether the port is free
 */
public record Machine(
        String system,
        String processor,
        int javaVersion,
        long freeDisk,
        boolean diskWritable,
        long freeMemory,
        boolean engineFetched,
        Map<Port, Boolean> portsFree) {

    /** A port on the loopback and who wants it. */
    public record Port(String service, int number) implements Comparable<Port> {
        @Override
        public int compareTo(Port other) {
            return number != other.number ? Integer.compare(number, other.number) : service.compareTo(other.service);
        }
    }

    public static Machine look(Path dataDir, boolean engineFetched, List<Port> ports) throws IOException {
        Path there = nearestExisting(dataDir);
        Map<Port, Boolean> free = new TreeMap<>();
        ports.forEach(port -> free.put(port, isFree(port.number())));
        return new Machine(
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Runtime.version().feature(),
                Files.getFileStore(there).getUsableSpace(),
                Files.isDirectory(there) && Files.isWritable(there),
                Memory.available(),
                engineFetched,
                free);
    }

    public static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            // As the engines do: a connection that is just closing does not keep them from listening.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private static Path nearestExisting(Path path) {
        Path there = path.toAbsolutePath();
        while (!Files.exists(there)) {
            there = there.getParent();
        }
        return there;
    }
}
