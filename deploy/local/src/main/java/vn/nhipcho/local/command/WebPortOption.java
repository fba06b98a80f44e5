package vn.nhipcho.local.command;

import picocli.CommandLine.Option;

/** Where the preview of the dashboards listens. */
final class WebPortOption {
    @Option(
            names = "--web-port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "Of the preview of the dashboards (default: 8080).")
    private int port;

    int port() {
        return PortOptions.checked("--web-port", port);
    }
}
