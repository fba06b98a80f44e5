package vn.nhipcho.local.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vn.nhipcho.dashboards.rendered.RenderedVariable;
import vn.nhipcho.dashboards.sql.Interval;
import vn.nhipcho.dashboards.sql.PanelSql;
import vn.nhipcho.dashboards.sql.TimeRange;
import vn.nhipcho.dashboards.sql.Variable;
import vn.nhipcho.dashboards.sql.Variables;
import vn.nhipcho.local.clickhouse.SqlRefused;

/** What can be chosen of a variable: the rows of its query, or what the dashboard lists. */
final class Options {
    private static final Interval NO_BUCKETS = new Interval(Duration.ofHours(1));

    private final RecentAnswers answers;

    Options(RecentAnswers answers) {
        this.answers = answers;
    }

    /** @param before the variables that stand before this one, which its query may name */
    List<Variable.Option> of(RenderedVariable variable, Variables before, TimeRange range) throws SqlRefused {
        if (variable.rawSql().isEmpty()) {
            return variable.options();
        }
        String sql = PanelSql.expand(variable.rawSql().get(), before, range, NO_BUCKETS);
        List<Variable.Option> options = new ArrayList<>();
        for (JsonNode row : answers.to(sql).path("data")) {
            // One column is value and text at once.
            String value = row.get(0).asText();
            options.add(new Variable.Option(value, row.size() > 1 ? row.get(1).asText() : value));
        }
        return options;
    }
}
