package vn.nhipcho.dashboards.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.nhipcho.dashboards.Module;

class FreshTest {
    private static final String REMEDY =
            "The committed dashboards are not what the layouts say. Run: mvn -q -pl dashboards -Drender process-classes";

    @Test
    void committedDashboardsAreThoseOfTheLayouts() throws IOException {
        Path committed = Module.DIRECTORY.resolve("grafana");
        Map<String, String> rendered = Rendering.of(Module.DIRECTORY);

        assertThat(RenderDashboards.committed(committed)).as(REMEDY).containsExactlyElementsOf(rendered.keySet());
        for (Map.Entry<String, String> file : rendered.entrySet()) {
            assertThat(Files.readString(committed.resolve(file.getKey())))
                    .as(REMEDY)
                    .isEqualTo(file.getValue());
        }
    }
}
