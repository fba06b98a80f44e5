package vn.nhipcho.local.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import vn.nhipcho.dashboards.rendered.RenderedAnnotation;
import vn.nhipcho.dashboards.rendered.RenderedPanel;
import vn.nhipcho.dashboards.rendered.RenderedTarget;
import vn.nhipcho.dashboards.sql.Interval;
import vn.nhipcho.dashboards.sql.PanelSql;
import vn.nhipcho.dashboards.sql.TimeRange;
import vn.nhipcho.dashboards.sql.Variables;
import vn.nhipcho.local.clickhouse.SqlRefused;

/** Runs the queries of panels and annotations with a range of time and checked variables. */
final class Targets {
    private final ReadOnlyClickHouse clickhouse;

    Targets(ReadOnlyClickHouse clickhouse) {
        this.clickhouse = clickhouse;
    }

    /** Of each query its refId, its format (0 is a time series, 1 a table), its columns and rows. */
    ArrayNode ofPanel(RenderedPanel panel, Variables variables, TimeRange range) throws SqlRefused {
        ArrayNode results = JsonNodeFactory.instance.arrayNode();
        for (RenderedTarget target : panel.targets()) {
            String sql = PanelSql.expand(target.rawSql(), variables, range, panel.interval(range));
            results.add(answer(sql).put("refId", target.refId()).put("format", target.format()));
        }
        return results;
    }

    ObjectNode ofAnnotation(RenderedAnnotation annotation, Variables variables, TimeRange range) throws SqlRefused {
        Interval interval = Interval.of(range, 1, Duration.ZERO);
        return answer(PanelSql.expand(annotation.rawSql(), variables, range, interval))
                .put("name", annotation.name());
    }

    private ObjectNode answer(String sql) throws SqlRefused {
        JsonNode answer = clickhouse.answer(sql);
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.set("columns", answer.path("meta"));
        result.set("rows", answer.path("data"));
        return result;
    }
}
