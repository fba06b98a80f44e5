package vn.nhipcho.dashboards.rendered;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vn.nhipcho.dashboards.sql.Interval;
import vn.nhipcho.dashboards.sql.TimeRange;

/** A panel that shows something; rows are none. */
public record RenderedPanel(
        int id, String type, String title, String description, List<RenderedTarget> targets, JsonNode json) {
    private static final int USUAL_POINTS = 1000;

    static RenderedPanel of(JsonNode json) {
        List<RenderedTarget> targets = new ArrayList<>();
        json.path("targets")
                .forEach(target -> targets.add(new RenderedTarget(
                        target.path("refId").asText(),
                        target.path("rawSql").asText(),
                        target.path("format").asInt(0))));
        return new RenderedPanel(
                json.path("id").asInt(),
                json.path("type").asText(),
                json.path("title").asText(),
                json.path("description").asText(),
                List.copyOf(targets),
                json);
    }

    /** The width of its buckets over a range, never below its own interval. */
    public Interval interval(TimeRange range) {
        String own = json.path("interval").asText("");
        return Interval.of(
                range,
                json.path("maxDataPoints").asInt(USUAL_POINTS),
                own.isEmpty() ? Duration.ZERO : Interval.parse(own).width());
    }
}
