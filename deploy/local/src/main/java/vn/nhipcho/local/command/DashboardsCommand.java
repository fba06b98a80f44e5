package vn.nhipcho.local.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import vn.nhipcho.local.NhipCho;
import vn.nhipcho.local.health.Health;
import vn.nhipcho.local.run.Signals;
import vn.nhipcho.local.web.WebServer;

/** {@code dashboards}: the pages alone, over figures that are there already. */
@Command(
        name = "dashboards",
        mixinStandardHelpOptions = true,
        description = "Serves the preview of the dashboards on this machine until Ctrl-C, over a running stack, a data "
                + "directory at rest or a ClickHouse elsewhere. 'up' serves the same.")
public final class DashboardsCommand implements Callable<Integer> {
    @Mixin
    private ClickHouseOptions clickhouse;

    @Mixin
    private WebPortOption web;

    @Override
    public Integer call() throws InterruptedException {
        var signals = Signals.listen();
        try (var reached = clickhouse.reach("dashboards");
                var health = Health.of(reached.config());
                var server = WebServer.start(reached.config(), health, web.port())) {
            System.out.println("  Dashboards  " + server.url());
            signals.awaitStop();
            return NhipCho.DONE;
        }
    }
}
