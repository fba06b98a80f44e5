package vn.nhipcho.local.command;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.nhipcho.local.WrongUse;

/** Ports of what is started here, all on the loopback; 0 takes any free one. */
final class PortOptions {
    private static final int HIGHEST = 65_535;

    @Option(names = "--clickhouse-port", paramLabel = "PORT", defaultValue = "8123", description = "Default: 8123.")
    private int clickhouse;

    @Option(names = "--kafka-port", paramLabel = "PORT", defaultValue = "9092", description = "Default: 9092.")
    private int kafka;

    @Option(names = "--registry-port", paramLabel = "PORT", defaultValue = "8085", description = "Default: 8085.")
    private int registry;

    @Option(names = "--flink-port", paramLabel = "PORT", defaultValue = "8081", description = "Default: 8081.")
    private int flink;

    @Mixin
    private WebPortOption web;

    @Option(
            names = "--grafana-port",
            paramLabel = "PORT",
            defaultValue = "3000",
            description = "Of Grafana, which is started where a grafana binary is on the PATH (default: 3000).")
    private int grafana;

    @Option(
            names = "--metrics-port",
            paramLabel = "PORT",
            description = "Where Prometheus can read Flink's metrics (default: nowhere).")
    private Integer metrics;

    int clickhouse() {
        return checked("--clickhouse-port", clickhouse);
    }

    int kafka() {
        return checked("--kafka-port", kafka);
    }

    int registry() {
        return checked("--registry-port", registry);
    }

    int flink() {
        return checked("--flink-port", flink);
    }

    int web() {
        return web.port();
    }

    int grafana() {
        return checked("--grafana-port", grafana);
    }

    /** Null when not asked for. */
    Integer metrics() {
        return metrics == null ? null : checked("--metrics-port", metrics);
    }

    static int checked(String option, int port) {
        if (port < 0 || port > HIGHEST) {
            throw new WrongUse("%s: %d is no port; give 0 to %d".formatted(option, port, HIGHEST));
        }
        return port;
    }
}
