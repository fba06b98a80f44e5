package vn.nhipcho.local.grafana;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import vn.nhipcho.embedded.process.ChildJvm;
import vn.nhipcho.local.Failure;
import vn.nhipcho.local.check.Machine;
import vn.nhipcho.local.data.DataDirectory;

/**
 * The machine's own Grafana, run for one data directory on the loopback interface: everybody may look, nobody can log in. It
 * downloads nothing, reads no settings of another Grafana, and ends with its parent.
 */
public final class LocalGrafana implements AutoCloseable {
    private static final int STOP_SECONDS = 10;
    /** Holds the other end of a pipe, as the embedded engines do, and ends Grafana when the pipe or its parent ends. */
    private static final String LEASH = "trap '' INT HUP; set -m; \"$@\" & cat >/dev/null; kill -- -$!; wait";

    private final Process leash;
    private final int port;

    private LocalGrafana(Process leash, int port) {
        this.leash = leash;
        this.port = port;
    }

    /**
     * Starts the Grafana that is on the PATH; it answers some seconds later.
     *
     * @param environment of this process
     * @param clickhouse that asks for no password
     * @param port 0: any free one
     * @return empty where there is none
     * @throws Failure when there is one that cannot be started; says what to do
     */
    public static Optional<LocalGrafana> start(
            Map<String, String> environment, DataDirectory directory, URI clickhouse, String zone, int port) {
        return GrafanaHome.find(environment).map(home -> start(home, environment, directory, clickhouse, zone, port));
    }

    private static LocalGrafana start(
            GrafanaHome home,
            Map<String, String> environment,
            DataDirectory directory,
            URI clickhouse,
            String zone,
            int port) {
        var files = new GrafanaFiles(directory.grafana());
        Path plugins = home.plugins(environment, files.plugins())
                .orElseThrow(
                        () -> new Failure("its ClickHouse plugin is missing: " + home.installation(files.plugins())));
        if (port != 0 && !Machine.isFree(port)) {
            throw new Failure("port " + port + " is taken: choose another with --grafana-port");
        }
        try {
            files.write(home);
            Files.createDirectories(directory.logs());
            int chosen = port == 0 ? freePort() : port;
            var builder = new ProcessBuilder(
                            "bash",
                            "-c",
                            LEASH,
                            ChildJvm.MARK + "=grafana",
                            home.binary().toString(),
                            "server",
                            "--homepath",
                            home.folder().toString())
                    .directory(directory.grafana().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(
                            directory.logs().resolve("grafana.log").toFile()));
            builder.environment().clear();
            builder.environment().putAll(environment);
            builder.environment().keySet().removeIf(name -> name.startsWith("GF_"));
            builder.environment().putAll(settings(files, plugins, zone, chosen));
            builder.environment().putAll(dataSource(clickhouse));
            return new LocalGrafana(builder.start(), chosen);
        } catch (IOException e) {
            throw new Failure("its files could not be written or it could not be run: " + e.getMessage(), e);
        }
    }

    private static Map<String, String> settings(GrafanaFiles files, Path plugins, String zone, int port) {
        Map<String, String> settings = new HashMap<>();
        settings.put("GF_PATHS_DATA", files.data().toString());
        settings.put("GF_PATHS_LOGS", files.data().toString());
        settings.put("GF_PATHS_PLUGINS", plugins.toString());
        settings.put("GF_PATHS_PROVISIONING", files.provisioning().toString());
        settings.put("GF_SERVER_STATIC_ROOT_PATH", files.shared().toString());
        settings.put(
                "GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH", files.overview().toString());
        settings.put("GF_LOG_MODE", "console");
        settings.put("GF_SERVER_HTTP_ADDR", "127.0.0.1");
        settings.put("GF_SERVER_HTTP_PORT", Integer.toString(port));
        // A page whose name was rebound to the loopback is sent away, and one of another origin can ask nothing.
        settings.put("GF_SERVER_DOMAIN", "127.0.0.1");
        settings.put("GF_SERVER_ENFORCE_DOMAIN", "true");
        settings.put("GF_SECURITY_CSRF_ALWAYS_CHECK", "true");
        settings.put("GF_SECURITY_DISABLE_INITIAL_ADMIN_CREATION", "true");
        settings.put("GF_AUTH_ANONYMOUS_ENABLED", "true");
        settings.put("GF_AUTH_ANONYMOUS_ORG_ROLE", "Viewer");
        settings.put("GF_AUTH_BASIC_ENABLED", "false");
        settings.put("GF_AUTH_DISABLE_LOGIN_FORM", "true");
        settings.put("GF_UNIFIED_ALERTING_ENABLED", "false");
        settings.put("GF_ANALYTICS_REPORTING_ENABLED", "false");
        settings.put("GF_ANALYTICS_CHECK_FOR_UPDATES", "false");
        settings.put("GF_ANALYTICS_CHECK_FOR_PLUGIN_UPDATES", "false");
        settings.put("GF_PLUGINS_PREINSTALL_DISABLED", "true");
        settings.put("GF_DATE_FORMATS_DEFAULT_TIMEZONE", zone);
        settings.put("GF_DATE_FORMATS_DEFAULT_WEEK_START", "monday");
        return settings;
    }

    /** What the provisioning file asks for. */
    private static Map<String, String> dataSource(URI clickhouse) {
        return Map.of(
                "CLICKHOUSE_HOST", clickhouse.getHost(),
                "CLICKHOUSE_PORT", Integer.toString(clickhouse.getPort()),
                "CLICKHOUSE_SECURE", "false",
                "CLICKHOUSE_CA_CERT", "",
                "CLICKHOUSE_GRAFANA_USER", "default",
                "CLICKHOUSE_GRAFANA_PASSWORD", "");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Of the process that is there as long as Grafana. */
    public long pid() {
        return leash.pid();
    }

    @Override
    public void close() {
        try {
            leash.getOutputStream().close();
            if (leash.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (IOException pipeIsGone) {
            // Then it is ending already; what does not end is killed below.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        leash.descendants().forEach(ProcessHandle::destroyForcibly);
        leash.destroyForcibly();
    }
}
