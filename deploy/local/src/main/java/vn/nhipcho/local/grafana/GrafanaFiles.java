package vn.nhipcho.local.grafana;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.nhipcho.dashboards.rendered.RenderedDashboard;

/**
 * The release's dashboards and provisioning, as files in the data directory. Without those of alerting: nobody is to be told
 * of what one machine tries out.
 */
record GrafanaFiles(Path folder) {
    private static final Pattern MAP = Pattern.compile("public/maps/([\\w.-]+)");
    private static final String ON_A_SERVER = "/etc/nhip-cho/grafana";

    Path data() {
        return folder.resolve("data");
    }

    Path plugins() {
        return folder.resolve("plugins");
    }

    Path provisioning() {
        return folder.resolve("provisioning");
    }

    /** Grafana's own folder of that name with the maps in it, since those who start {@code up} may not write there. */
    Path shared() {
        return folder.resolve("public");
    }

    Path overview() {
        return dashboards().resolve("vi/lanh-dao/nhip-cho-tong-quan.json");
    }

    private Path dashboards() {
        return folder.resolve("dashboards");
    }

    /** Anew, so that nothing of a former release stays. */
    void write(GrafanaHome home) throws IOException {
        for (Path written : List.of(provisioning(), dashboards(), shared())) {
            delete(written);
        }
        write(provisioning().resolve("datasources/clickhouse.yaml"), text("provisioning/datasources/clickhouse.yaml"));
        write(
                provisioning().resolve("dashboards/nhip-cho.yaml"),
                text("provisioning/dashboards/nhip-cho.yaml")
                        .replace(ON_A_SERVER, dashboards().toString()));
        link(home.folder().resolve("public"));
        for (RenderedDashboard dashboard : RenderedDashboard.all()) {
            String json = dashboard.json().toString();
            write(dashboards().resolve(dashboard.path()), json);
            for (MatchResult map : MAP.matcher(json).results().toList()) {
                write(shared().resolve("maps").resolve(map.group(1)), text("maps/" + map.group(1)));
            }
        }
    }

    private void link(Path theirs) throws IOException {
        Files.createDirectories(shared());
        try (Stream<Path> entries = Files.list(theirs)) {
            for (Path entry : entries.filter(one -> !one.endsWith("maps")).toList()) {
                Files.createSymbolicLink(shared().resolve(entry.getFileName()), entry.toAbsolutePath());
            }
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String text(String name) throws IOException {
        try (InputStream in = RenderedDashboard.class.getResourceAsStream("/grafana/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Links are deleted, not followed. */
    private static void delete(Path tree) throws IOException {
        if (Files.exists(tree)) {
            try (Stream<Path> files = Files.walk(tree)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
