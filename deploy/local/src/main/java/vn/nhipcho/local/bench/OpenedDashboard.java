package vn.nhipcho.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import vn.nhipcho.dashboards.rendered.RenderedDashboard;
import vn.nhipcho.dashboards.rendered.RenderedPanel;
import vn.nhipcho.dashboards.rendered.RenderedTarget;
import vn.nhipcho.dashboards.rendered.RenderedVariable;
import vn.nhipcho.dashboards.sql.Interval;
import vn.nhipcho.dashboards.sql.PanelSql;
import vn.nhipcho.dashboards.sql.RelativeTime;
import vn.nhipcho.dashboards.sql.TimeRange;
import vn.nhipcho.dashboards.sql.Variable;
import vn.nhipcho.dashboards.sql.Variable.Option;
import vn.nhipcho.dashboards.sql.Variables;
import vn.nhipcho.local.clickhouse.ClickHouseHttp;
import vn.nhipcho.local.clickhouse.SqlRefused;

/** A dashboard as it stands when it is opened: its own time range, its variables as they are at first. */
final class OpenedDashboard {
    private final RenderedDashboard dashboard;
    private final TimeRange range;
    private final Variables variables;

    private OpenedDashboard(RenderedDashboard dashboard, TimeRange range, Variables variables) {
        this.dashboard = dashboard;
        this.range = range;
        this.variables = variables;
    }

    static OpenedDashboard open(RenderedDashboard dashboard, ClickHouseHttp clickhouse, Instant now, ZoneId zone)
            throws SqlRefused {
        JsonNode time = dashboard.json().path("time");
        TimeRange range =
                RelativeTime.range(time.path("from").asText(), time.path("to").asText(), now, zone);
        List<Variable> variables = new ArrayList<>();
        for (RenderedVariable variable : dashboard.variables()) {
            variables.add(variable.atFirst(options(variable, Variables.of(variables), range, clickhouse)));
        }
        return new OpenedDashboard(dashboard, range, Variables.of(variables));
    }

    private static List<Option> options(
            RenderedVariable variable, Variables above, TimeRange range, ClickHouseHttp clickhouse) throws SqlRefused {
        if (variable.rawSql().isEmpty()) {
            return List.of();
        }
        String sql = PanelSql.expand(variable.rawSql().get(), above, range, new Interval(Duration.ofMinutes(1)));
        return clickhouse.rows(sql).stream()
                .map(row -> new Option(row[0], row.length > 1 ? row[1] : row[0]))
                .toList();
    }

    String uid() {
        return dashboard.uid();
    }

    List<RenderedPanel> panels() {
        return dashboard.panels().stream()
                .filter(panel -> !panel.targets().isEmpty())
                .toList();
    }

    /** What a panel asks of ClickHouse. */
    List<String> queries(RenderedPanel panel) {
        return panel.targets().stream()
                .map(RenderedTarget::rawSql)
                .map(sql -> PanelSql.expand(sql, variables, range, panel.interval(range)))
                .toList();
    }
}
