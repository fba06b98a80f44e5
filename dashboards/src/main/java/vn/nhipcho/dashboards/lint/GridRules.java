package vn.nhipcho.dashboards.lint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import vn.nhipcho.dashboards.rendered.RenderedDashboard;

/** Panels lie inside the grid of 24 columns and none upon another. */
final class GridRules {
    private static final int COLUMNS = 24;

    private GridRules() {}

    static void check(RenderedDashboard dashboard, Findings findings) {
        List<Box> boxes = new ArrayList<>();
        dashboard.json().path("panels").forEach(panel -> boxes.add(Box.of(panel)));
        // Those of a folded row lie where the next rows are until it opens.
        dashboard.json().path("panels").forEach(row -> {
            List<Box> nested = new ArrayList<>();
            row.path("panels").forEach(panel -> nested.add(Box.of(panel)));
            apart(nested, findings);
        });
        apart(boxes, findings);
    }

    private static void apart(List<Box> boxes, Findings findings) {
        for (int i = 0; i < boxes.size(); i++) {
            Box box = boxes.get(i);
            findings.unless(
                    box.x >= 0 && box.y >= 0 && box.w > 0 && box.h > 0 && box.x + box.w <= COLUMNS,
                    "panel " + box.title,
                    "is outside the grid: " + box);
            for (Box other : boxes.subList(i + 1, boxes.size())) {
                findings.unless(!box.overlaps(other), "panel " + box.title, "lies upon " + other.title);
            }
        }
    }

    private record Box(String title, int x, int y, int w, int h) {
        static Box of(JsonNode panel) {
            JsonNode at = panel.path("gridPos");
            return new Box(
                    panel.path("title").asText(),
                    at.path("x").asInt(-1),
                    at.path("y").asInt(-1),
                    at.path("w").asInt(),
                    at.path("h").asInt());
        }

        boolean overlaps(Box other) {
            return x < other.x + other.w && other.x < x + w && y < other.y + other.h && other.y < y + h;
        }
    }
}
