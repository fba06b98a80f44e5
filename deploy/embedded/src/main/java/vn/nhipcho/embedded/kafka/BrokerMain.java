package vn.nhipcho.embedded.kafka;

import kafka.tools.StorageTool;
import vn.nhipcho.embedded.process.ParentWatch;

/** The broker's process: formats the storage where it is not yet formatted, then runs Kafka's own main class. */
public final class BrokerMain {
    private BrokerMain() {}

    public static void main(String[] args) {
        ParentWatch.start();
        String properties = args[0];
        String clusterId = args[1];
        KafkaVersions.onClassPath().requireEqual();
        int failed = StorageTool.execute(
                new String[] {"format", "-t", clusterId, "-c", properties, "--ignore-formatted"}, System.out);
        if (failed != 0) {
            System.exit(failed);
        }
        kafka.Kafka.main(new String[] {properties});
    }
}
