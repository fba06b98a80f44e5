package vn.nhipcho.embedded.kafka;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;

/**
 * Settings of a broker that is alone: no replica to wait for, nobody but this machine to serve.
 *
 * @param internalPort for what the broker says to itself; that of the clients where they need no log-in
 * @param access how clients log in; null: they do not
 */
record BrokerSettings(Path logDir, int port, int controllerPort, int internalPort, BrokerAccess access) {
    static final String HOST = "127.0.0.1";
    /** The alerts sink's transactions live this long across a restart of its job. */
    private static final Duration TRANSACTIONS = Duration.ofDays(7);

    /** A job that stood still for longer cannot go on from a savepoint with alerts on their way; nearly the most there is. */
    private static final Duration REMEMBERED = Duration.ofDays(24);

    Properties properties() {
        var settings = new Properties();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put("controller.quorum.voters", "1@" + HOST + ":" + controllerPort);
        settings.put("controller.listener.names", "CONTROLLER");
        String internal = "PLAINTEXT://" + HOST + ":" + internalPort;
        String advertised = access == null ? internal : internal + "," + access.listener(HOST, port);
        settings.put("listeners", advertised + ",CONTROLLER://" + HOST + ":" + controllerPort);
        settings.put("advertised.listeners", advertised);
        if (access != null) {
            settings.putAll(access.settings());
        }
        settings.put("log.dirs", logDir.toAbsolutePath().toString());
        settings.put("auto.create.topics.enable", "false");
        settings.put("log.retention.ms", "-1");
        settings.put("transaction.max.timeout.ms", Long.toString(TRANSACTIONS.toMillis()));
        settings.put("transactional.id.expiration.ms", Long.toString(REMEMBERED.toMillis()));
        settings.put("group.initial.rebalance.delay.ms", "0");
        // After kill -9 the broker may register again only when its former self has timed out; the default is 9 s.
        settings.put("broker.session.timeout.ms", "3000");
        settings.put("broker.heartbeat.interval.ms", "500");
        for (String topic : new String[] {"offsets.topic", "transaction.state.log", "share.coordinator.state.topic"}) {
            settings.put(topic + ".replication.factor", "1");
            settings.put(topic + ".num.partitions", "1");
        }
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        return settings;
    }

    /** How the broker itself is reached without a log-in. */
    String internalAddress() {
        return HOST + ":" + internalPort;
    }
}
