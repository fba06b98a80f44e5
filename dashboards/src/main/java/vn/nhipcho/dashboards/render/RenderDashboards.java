package vn.nhipcho.dashboards.render;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.nhipcho.dashboards.layout.LayoutException;

/** Writes the directory {@code grafana} anew from the layouts. */
public final class RenderDashboards {
    private RenderDashboards() {}

    /** @param arguments the directory of the module dashboards */
    public static void main(String[] arguments) throws IOException {
        Path module = Path.of(arguments[0]);
        Map<String, String> files;
        try {
            files = Rendering.of(module);
        } catch (LayoutException wrong) {
            // Maven prints the stack of what main throws; the list of problems is all that helps.
            System.err.println(wrong.getMessage());
            System.exit(1);
            return;
        }
        Path target = module.resolve("grafana");
        for (String stale : committed(target)) {
            if (!files.containsKey(stale)) {
                Files.delete(target.resolve(stale));
            }
        }
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = target.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    /** The rendered files that are there. Maps are not rendered, and of the provisioning the alert rules alone. */
    static List<String> committed(Path target) throws IOException {
        if (!Files.isDirectory(target)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.walk(target)) {
            return paths.filter(Files::isRegularFile)
                    .map(path -> target.relativize(path).toString())
                    .filter(path -> !path.startsWith("maps/"))
                    .filter(path -> !path.startsWith("provisioning/") || path.startsWith(Rendering.RULES))
                    .sorted()
                    .toList();
        }
    }
}
