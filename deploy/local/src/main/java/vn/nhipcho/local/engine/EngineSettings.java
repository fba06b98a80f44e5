package vn.nhipcho.local.engine;

import java.util.ArrayList;
import java.util.List;
import vn.nhipcho.local.check.Machine.Port;
import vn.nhipcho.source.KafkaConfig;

/**
 * Which engines to start and which run elsewhere.
 *
 * @param kafka another Kafka; null: start one. Likewise the registry's and ClickHouse's addresses.
 * @param kafkaPort on the loopback; 0: any free one
 */
public record EngineSettings(
        KafkaConfig kafka, String registry, String clickhouse, int kafkaPort, int registryPort, int clickhousePort) {

    /** Ports that are to be free. */
    public List<Port> ports() {
        List<Port> ports = new ArrayList<>();
        addPort(ports, "clickhouse", clickhouse, clickhousePort);
        addPort(ports, "kafka", kafka, kafkaPort);
        addPort(ports, "registry", registry, registryPort);
        return ports;
    }

    private static void addPort(List<Port> ports, String service, Object elsewhere, int port) {
        if (elsewhere == null && port != 0) {
            ports.add(new Port(service, port));
        }
    }

    public boolean startsAny() {
        return kafka == null || registry == null || clickhouse == null;
    }
}
