package vn.nhipcho.dashboards.render;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Collectors;
import vn.nhipcho.dashboards.layout.Language;
import vn.nhipcho.dashboards.layout.SharedVariable;

/** Variables as Grafana's templating list has them. Without an allValue, so that All is seen as such. */
record VariableRenderer(Language language, boolean areFixed) {
    private static final int SHOWN = 0;
    private static final int HIDDEN = 2;

    ObjectNode render(SharedVariable variable) {
        if (variable instanceof SharedVariable.Query query) {
            return query(query);
        }
        return variable instanceof SharedVariable.Choice choice
                ? choice(choice)
                : constant((SharedVariable.Constant) variable);
    }

    private ObjectNode query(SharedVariable.Query variable) {
        ObjectNode json = named("query", variable, areFixed || variable.isHidden() ? HIDDEN : SHOWN)
                .put("multi", variable.isMulti())
                .put("includeAll", variable.hasAll())
                .put("refresh", variable.sql().contains("$__") ? 2 : 1)
                .put("sort", 0)
                .put("regex", "")
                .put("skipUrlSync", false);
        json.set("options", Json.array());
        if (variable.hasAll()) {
            ObjectNode all = Json.object();
            all.set("text", Json.array("All"));
            all.set("value", Json.array("$__all"));
            json.set("current", all);
        } else {
            json.set("current", Json.object());
        }
        json.set("datasource", DataSource.reference());
        json.put("definition", variable.label().in(language));
        json.set("query", DataSource.variableQuery(variable.name(), variable.sql()));
        return json;
    }

    private ObjectNode choice(SharedVariable.Choice variable) {
        ArrayNode options = Json.array();
        variable.options()
                .forEach((value, text) ->
                        options.add(option(value, text.in(language)).put("selected", value.equals(variable.chosen()))));
        ObjectNode json = named("custom", variable, areFixed ? HIDDEN : SHOWN)
                .put("multi", false)
                .put("includeAll", false)
                .put("skipUrlSync", false)
                .put(
                        "query",
                        variable.options().entrySet().stream()
                                .map(option -> option.getValue().in(language) + " : " + option.getKey())
                                .collect(Collectors.joining(",")));
        json.set(
                "current",
                option(
                        variable.chosen(),
                        variable.options().get(variable.chosen()).in(language)));
        json.set("options", options);
        return json;
    }

    private ObjectNode constant(SharedVariable.Constant variable) {
        String value = variable.value().in(language);
        ObjectNode json = Json.object()
                .put("type", "constant")
                .put("name", variable.name())
                .put("hide", HIDDEN)
                .put("skipUrlSync", true)
                .put("query", value);
        json.set("current", option(value, value));
        json.set("options", Json.array().add(option(value, value).put("selected", true)));
        return json;
    }

    private ObjectNode named(String type, SharedVariable variable, int hide) {
        return Json.object()
                .put("type", type)
                .put("name", variable.name())
                .put("label", variable.label().in(language))
                .put("hide", hide);
    }

    private static ObjectNode option(String value, String text) {
        return Json.object().put("text", text).put("value", value);
    }
}
