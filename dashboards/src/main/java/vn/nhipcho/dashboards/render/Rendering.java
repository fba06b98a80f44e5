package vn.nhipcho.dashboards.render;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import vn.nhipcho.dashboards.layout.AlertGroup;
import vn.nhipcho.dashboards.layout.Dashboard;
import vn.nhipcho.dashboards.layout.Language;
import vn.nhipcho.dashboards.layout.Layouts;

/** Every file that the layouts are rendered to: its path below {@code grafana} and its content. */
public final class Rendering {
    public static final String INDEX = "index.txt";
    /** What the files of alert rules begin with. */
    public static final String RULES = "provisioning/alerting/rules-";

    private Rendering() {}

    /** @param module the directory of the module dashboards */
    public static Map<String, String> of(Path module) {
        Layouts layouts = Layouts.read(module.resolve("src/main/dashboards"));
        Map<String, String> files = new TreeMap<>();
        for (Dashboard dashboard : layouts.dashboards()) {
            for (Language language : Language.values()) {
                files.put(
                        language.code() + "/" + dashboard.folder() + "/" + language.uid(dashboard.name()) + ".json",
                        Json.text(new DashboardRenderer(layouts, dashboard, language).render()));
            }
        }
        // A directory in a jar cannot be listed.
        files.put(INDEX, String.join("\n", files.keySet()) + "\n");
        for (AlertGroup group : AlertGroup.read(module.resolve("src/main/alerts"), layouts)) {
            files.put(RULES + group.name() + ".yaml", AlertRenderer.yaml(group));
        }
        return files;
    }
}
