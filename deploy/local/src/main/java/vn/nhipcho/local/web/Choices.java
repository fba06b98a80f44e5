package vn.nhipcho.local.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.nhipcho.dashboards.rendered.RenderedDashboard;
import vn.nhipcho.dashboards.rendered.RenderedVariable;
import vn.nhipcho.dashboards.sql.TimeRange;
import vn.nhipcho.dashboards.sql.Variable;
import vn.nhipcho.dashboards.sql.Variables;
import vn.nhipcho.local.clickhouse.SqlRefused;

/** The variables of a dashboard with what can be chosen and what is: nothing that is not an option gets through. */
final class Choices {
    static final String ALL = "$__all";

    /** What happens to a choice that is no option: an error, or what the dashboard begins with in its place. */
    enum Strictness {
        REFUSE,
        FALL_BACK
    }

    private final Map<String, Variable> chosen = new LinkedHashMap<>();
    private final Map<String, List<Variable.Option>> options = new LinkedHashMap<>();

    private Choices() {}

    static Choices of(
            RenderedDashboard dashboard,
            Map<String, List<String>> asked,
            TimeRange range,
            Options source,
            Strictness strictness)
            throws BadRequest, SqlRefused {
        var choices = new Choices();
        for (RenderedVariable variable : dashboard.variables()) {
            List<Variable.Option> options = source.of(variable, choices.variables(), range);
            List<String> values = asked.getOrDefault(variable.name(), List.of());
            if (strictness == Strictness.REFUSE) {
                check(variable, values, options);
            }
            choices.options.put(variable.name(), options);
            choices.chosen.put(variable.name(), choose(variable, values, options));
        }
        if (strictness == Strictness.REFUSE) {
            for (String name : asked.keySet()) {
                if (!choices.chosen.containsKey(name)) {
                    throw BadRequest.wrong("The dashboard has no variable " + name);
                }
            }
        }
        return choices;
    }

    Variables variables() {
        return Variables.of(chosen.values());
    }

    Map<String, List<Variable.Option>> options() {
        return options;
    }

    /** As it stands in an address. */
    List<String> chosen(String name) {
        Variable variable = chosen.get(name);
        return variable.isAll()
                ? List.of(ALL)
                : variable.chosen().stream().map(Variable.Option::value).toList();
    }

    private static Variable choose(RenderedVariable variable, List<String> values, List<Variable.Option> options) {
        if (variable.hasAll() && values.contains(ALL)) {
            return variable.all(options);
        }
        List<Variable.Option> found = options.stream()
                .filter(option -> values.contains(option.value()))
                .limit(variable.isMulti() ? options.size() : 1)
                .toList();
        return found.isEmpty() ? variable.atFirst(options) : variable.choose(found);
    }

    private static void check(RenderedVariable variable, List<String> values, List<Variable.Option> options)
            throws BadRequest {
        for (String value : values) {
            boolean isOption = variable.hasAll() && value.equals(ALL)
                    || options.stream().anyMatch(option -> option.value().equals(value));
            if (!isOption) {
                throw BadRequest.wrong("'%s' is no option of the variable %s".formatted(value, variable.name()));
            }
        }
        if (values.size() > 1 && (!variable.isMulti() || values.contains(ALL))) {
            throw BadRequest.wrong("The variable %s takes one value here".formatted(variable.name()));
        }
    }
}
