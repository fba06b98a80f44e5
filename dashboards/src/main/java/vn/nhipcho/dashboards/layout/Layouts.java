package vn.nhipcho.dashboards.layout;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** All that is laid out: the dashboards and what they share. */
public record Layouts(
        Map<String, SharedVariable> variables, Map<String, Annotation> annotations, List<Dashboard> dashboards) {
    /**
     * @param sources the directory with variables.yaml and a directory a dashboard
     * @throws LayoutException with everything that is wrong
     */
    public static Layouts read(Path sources) {
        return new LayoutReader(sources).read();
    }

    public Dashboard dashboard(String name) {
        return dashboards.stream()
                .filter(dashboard -> dashboard.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such dashboard: " + name));
    }
}
