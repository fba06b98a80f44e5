package vn.nhipcho.embedded.kafka;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import kafka.tools.StorageTool;
import vn.nhipcho.embedded.process.ParentWatch;

/** The broker's process: formats the storage where it is not yet formatted, then runs Kafka's own main class. */
public final class BrokerMain {
    /** Whom to let in; not an argument, which every process of the machine can read. */
    static final String CREDENTIALS_VARIABLE = "NHIP_CHO_BROKER_CREDENTIALS";

    private BrokerMain() {}

    public static void main(String[] args) throws IOException {
        ParentWatch.start();
        String properties = args[0];
        String clusterId = args[1];
        FileChannel lock = lock(Path.of(properties).resolveSibling("broker.lock"));
        KafkaVersions.onClassPath().requireEqual();
        var format = new ArrayList<>(List.of("format", "-t", clusterId, "-c", properties, "--ignore-formatted"));
        String credentials = System.getenv(CREDENTIALS_VARIABLE);
        if (credentials != null) {
            format.addAll(List.of("--add-scram", credentials));
        }
        int failed = StorageTool.execute(format.toArray(String[]::new), System.out);
        if (failed != 0) {
            System.exit(failed);
        }
        kafka.Kafka.main(new String[] {properties});
        // Reached when the broker has stopped; until then the lock must not be collected.
        lock.close();
    }

    /** Kafka locks its folders too, but late enough to be taken for ready before it finds that it may not run. */
    private static FileChannel lock(Path file) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            System.err.println("Another broker holds the lock " + file + ": stop it, or take another data directory");
            System.exit(1);
        }
        return channel;
    }
}
