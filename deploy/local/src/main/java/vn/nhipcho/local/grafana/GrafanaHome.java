package vn.nhipcho.local.grafana;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a Grafana is installed. Installs nothing.
 *
 * @param binary its program
 * @param folder its own files, {@code conf} and {@code public}
 */
record GrafanaHome(Path binary, Path folder) {
    private static final String PLUGIN = "grafana-clickhouse-datasource";

    /** By the {@code grafana} on the PATH. */
    static Optional<GrafanaHome> find(Map<String, String> environment) {
        return Stream.of(environment.getOrDefault("PATH", "").split(":"))
                .map(folder -> Path.of(folder, "grafana"))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst()
                .flatMap(GrafanaHome::of);
    }

    /** Of an archive, of Homebrew, and of a Linux package, whose program on the PATH is a script. */
    private static Optional<GrafanaHome> of(Path onPath) {
        Path bin = real(onPath).getParent();
        return Stream.of(bin.resolve(".."), bin.resolve("../share/grafana"), Path.of("/usr/share/grafana"))
                .map(Path::normalize)
                .filter(folder -> Files.exists(folder.resolve("conf/defaults.ini")))
                .findFirst()
                .map(folder -> {
                    Path own = folder.resolve("bin/grafana");
                    return new GrafanaHome(Files.isExecutable(own) ? own : real(onPath), folder);
                });
    }

    /**
     * The folder that has the plugin which asks ClickHouse.
     *
     * @param ownPlugins where it is to be put for this data directory alone
     */
    Optional<Path> plugins(Map<String, String> environment, Path ownPlugins) {
        return Stream.of(
                        ownPlugins,
                        Optional.ofNullable(environment.get("GF_PATHS_PLUGINS"))
                                .map(Path::of)
                                .orElse(null),
                        folder.resolve("data/plugins"),
                        Path.of("/var/lib/grafana/plugins"))
                .filter(Objects::nonNull)
                .filter(plugins -> Files.isDirectory(plugins.resolve(PLUGIN)))
                .findFirst();
    }

    /** What a person types to get the plugin. */
    String installation(Path ownPlugins) {
        return "%s cli --pluginsDir %s plugins install %s".formatted(binary, ownPlugins, PLUGIN);
    }

    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            return file.toAbsolutePath();
        }
    }
}
