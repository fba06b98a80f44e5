package vn.nhipcho.local.web;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import vn.nhipcho.clickhouse.ClickHouseConfig;
import vn.nhipcho.dashboards.rendered.RenderedDashboard;
import vn.nhipcho.local.Failure;
import vn.nhipcho.local.health.Health;

/** The preview of the dashboards and the health of what is behind them, on the loopback interface only. */
public final class WebServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads;

    private WebServer(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /** @param port 0: any free one */
    public static WebServer start(ClickHouseConfig clickhouse, Health health, int port) {
        var api = new Api(RenderedDashboard.all(), new ReadOnlyClickHouse(clickhouse), InstantSource.system());
        try {
            InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
            HttpServer server = HttpServer.create(new InetSocketAddress(loopback, port), 0);
            ExecutorService threads = Executors.newCachedThreadPool(task -> {
                Thread thread = new Thread(task, "preview");
                thread.setDaemon(true);
                return thread;
            });
            server.setExecutor(threads);
            server.createContext("/", new PageHandler(api, health));
            server.start();
            return new WebServer(server, threads);
        } catch (IOException e) {
            throw new Failure("The dashboards cannot be served on port " + port, e);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
