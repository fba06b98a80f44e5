package vn.nhipcho.dashboards.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.nhipcho.dashboards.rendered.RenderedDashboard;
import vn.nhipcho.dashboards.rendered.RenderedVariable;
import vn.nhipcho.dashboards.sql.Interval;
import vn.nhipcho.dashboards.sql.PanelSql;
import vn.nhipcho.dashboards.sql.TimeRange;
import vn.nhipcho.dashboards.sql.Variable;
import vn.nhipcho.dashboards.sql.Variable.Option;
import vn.nhipcho.dashboards.sql.Variables;

/** What may be chosen on a dashboard: its variables with the options that the database gives. */
final class Choices {
    private static final List<Option> TWO_OF_WHICH_ONE_HOLDS_A_QUOTE =
            List.of(Option.of("930"), Option.of("O'Mon \\ \"x\", (y)"));

    private final RenderedDashboard dashboard;
    private final Map<String, List<Option>> options = new HashMap<>();

    Choices(RenderedDashboard dashboard, ClickHouse clickHouse, TimeRange range) {
        this.dashboard = dashboard;
        for (RenderedVariable variable : dashboard.variables()) {
            variable.rawSql()
                    .ifPresent(sql -> options.put(
                            variable.name(),
                            clickHouse.ask(PanelSql.expand(sql, atFirst(), range, Interval.parse("1h"))).rows().stream()
                                    .map(row -> new Option(row.get(0), row.get(row.size() - 1)))
                                    .toList()));
        }
    }

    List<Option> options(String variable) {
        return options.get(variable);
    }

    /** As the dashboard opens. */
    Variables atFirst() {
        return Variables.of(dashboard.variables().stream()
                .filter(variable -> variable.rawSql().isEmpty() || options.containsKey(variable.name()))
                .map(this::first)
                .toList());
    }

    /** Two values wherever several may be chosen. */
    Variables two() {
        return Variables.of(dashboard.variables().stream()
                .map(variable -> variable.isMulti() ? variable.choose(TWO_OF_WHICH_ONE_HOLDS_A_QUOTE) : first(variable))
                .toList());
    }

    /** Each option of a single choice in turn, the others as at first. */
    List<Variables> everySingleChoice() {
        return dashboard.variables().stream()
                .filter(variable ->
                        variable.rawSql().isEmpty() && variable.options().size() > 1)
                .flatMap(variable -> variable.options().stream().map(option -> with(variable.name(), List.of(option))))
                .toList();
    }

    Variables with(String name, List<Option> chosen) {
        return Variables.of(dashboard.variables().stream()
                .map(variable -> variable.name().equals(name) ? variable.choose(chosen) : first(variable))
                .toList());
    }

    private Variable first(RenderedVariable variable) {
        return variable.atFirst(options.getOrDefault(variable.name(), List.of()));
    }
}
