package vn.nhipcho.dashboards.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import vn.nhipcho.dashboards.layout.Panel;

/** What each type of panel is by default, from panel-types.yaml. */
final class PanelTypes {
    private static final JsonNode TYPES = read();

    private PanelTypes() {}

    static int width(Panel panel) {
        return panel.width().orElse(type(panel).get("width").asInt());
    }

    static int height(Panel panel) {
        return panel.height().orElse(type(panel).get("height").asInt());
    }

    /** Grafana's number of the shape of a result: 0 a time series, 1 a table. */
    static int format(Panel panel) {
        return type(panel).path("format").asInt(1);
    }

    static ObjectNode defaults(Panel panel) {
        return copy(panel, "defaults");
    }

    static ObjectNode options(Panel panel) {
        return copy(panel, "options");
    }

    private static ObjectNode copy(Panel panel, String key) {
        return type(panel).get(key) instanceof ObjectNode node ? node.deepCopy() : Json.object();
    }

    private static JsonNode type(Panel panel) {
        return TYPES.get(panel.type());
    }

    private static JsonNode read() {
        try (InputStream in = PanelTypes.class.getResourceAsStream("panel-types.yaml")) {
            return new ObjectMapper(new YAMLFactory()).readTree(in);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
