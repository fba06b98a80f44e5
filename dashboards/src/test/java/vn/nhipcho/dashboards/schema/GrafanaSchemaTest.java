package vn.nhipcho.dashboards.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.ValidationMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.nhipcho.dashboards.rendered.RenderedDashboard;
import vn.nhipcho.dashboards.rendered.RenderedPanel;

/**
 * The dashboards against Grafana's own schemas, which lie beside the checkout: skipped with a message where they do not,
 * failed there when the property {@code nhipcho.reference-data} is {@code required}.
 */
class GrafanaSchemaTest {
    private static GrafanaSchemas schemas;

    @BeforeAll
    static void findTheSchemas() {
        Path directory = Path.of(System.getProperty("nhipcho.shared", "../../shared"), "data", "grafana_schemas");
        boolean isThere = Files.exists(directory.resolve("dashboard.jsonschema.json"));
        if (System.getProperty("nhipcho.reference-data", "").equals("required")) {
            assertThat(isThere).as("Grafana's schemas must be in " + directory).isTrue();
        }
        assumeTrue(isThere, () -> "Skipped: Grafana's JSON Schemas are not in " + directory);
        schemas = new GrafanaSchemas(directory);
    }

    @Test
    void dashboardsAreAsGrafanaDescribesThem() {
        JsonSchema schema = schemas.dashboard();
        for (RenderedDashboard dashboard : RenderedDashboard.all()) {
            assertThat(schema.validate(dashboard.json())).as(dashboard.path()).isEmpty();
        }
    }

    @Test
    void panelsAreAsGrafanaDescribesTheirTypes() {
        List<String> wrong = new ArrayList<>();
        for (RenderedDashboard dashboard : RenderedDashboard.all()) {
            for (RenderedPanel panel : dashboard.panels()) {
                String where = dashboard.path() + ", " + panel.title();
                wrong.addAll(
                        messages(where, panel.type(), "Options", panel.json().path("options")));
                wrong.addAll(messages(
                        where, panel.type(), "FieldConfig", panel.json().at("/fieldConfig/defaults/custom")));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void aMisspeltKeyOrTypeIsSeen() {
        RenderedDashboard dashboard = RenderedDashboard.all().get(0);
        ObjectNode wrong = dashboard.json().deepCopy();
        wrong.put("schemaVersion", "41");

        assertThat(schemas.dashboard().validate(wrong)).isNotEmpty();
        ObjectNode options = dashboard.panels().stream()
                .filter(panel -> panel.type().equals("stat"))
                .findFirst()
                .map(panel -> (ObjectNode) panel.json().path("options").deepCopy())
                .orElseThrow();
        options.put("graphMode", "nothing");
        assertThat(messages("", "stat", "Options", options)).isNotEmpty();
    }

    private static List<String> messages(String where, String type, String definition, JsonNode json) {
        if (json.isMissingNode()) {
            return List.of();
        }
        return schemas.panel(type, definition)
                .map(schema -> schema.validate(json).stream()
                        .map(ValidationMessage::getMessage)
                        .map(message -> where + ": " + message)
                        .toList())
                .orElse(List.of());
    }
}
