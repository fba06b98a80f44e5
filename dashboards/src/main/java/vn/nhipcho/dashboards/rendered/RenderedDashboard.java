package vn.nhipcho.dashboards.rendered;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A dashboard as it was rendered and ships in this module's jar.
 *
 * @param path {@code <language>/<folder>/<uid>.json}
 * @param json the whole of it, as Grafana gets it
 */
public record RenderedDashboard(
        String path,
        String uid,
        String title,
        List<RenderedPanel> panels,
        List<RenderedVariable> variables,
        List<RenderedAnnotation> annotations,
        JsonNode json) {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String ROOT = "/grafana/";

    /** Every dashboard in every language, in the order of their paths. */
    public static List<RenderedDashboard> all() {
        return resource("index.txt")
                .lines()
                .map(path -> parse(path, resource(path)))
                .toList();
    }

    public static RenderedDashboard parse(String path, String text) {
        JsonNode json;
        try {
            json = MAPPER.readTree(text);
        } catch (IOException broken) {
            throw new UncheckedIOException(path, broken);
        }
        List<RenderedPanel> panels = new ArrayList<>();
        json.path("panels").forEach(panel -> collect(panel, panels));
        List<RenderedVariable> variables = new ArrayList<>();
        json.at("/templating/list").forEach(variable -> variables.add(RenderedVariable.of(variable)));
        List<RenderedAnnotation> annotations = new ArrayList<>();
        json.at("/annotations/list").forEach(annotation -> {
            if (annotation.at("/target/rawSql").isTextual()) {
                annotations.add(new RenderedAnnotation(
                        annotation.path("name").asText(),
                        annotation.at("/target/rawSql").asText()));
            }
        });
        return new RenderedDashboard(
                path,
                json.path("uid").asText(),
                json.path("title").asText(),
                List.copyOf(panels),
                List.copyOf(variables),
                List.copyOf(annotations),
                json);
    }

    private static void collect(JsonNode panel, List<RenderedPanel> panels) {
        if (panel.path("type").asText().equals("row")) {
            panel.path("panels").forEach(nested -> collect(nested, panels));
        } else {
            panels.add(RenderedPanel.of(panel));
        }
    }

    public String language() {
        return path.split("/")[0];
    }

    public String folder() {
        return path.split("/")[1];
    }

    public Optional<RenderedPanel> panel(int id) {
        return panels.stream().filter(panel -> panel.id() == id).findFirst();
    }

    private static String resource(String path) {
        try (InputStream in = RenderedDashboard.class.getResourceAsStream(ROOT + path)) {
            if (in == null) {
                throw new IllegalStateException(ROOT + path + " is not in the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
