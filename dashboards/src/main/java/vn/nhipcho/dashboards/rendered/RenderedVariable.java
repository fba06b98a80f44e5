package vn.nhipcho.dashboards.rendered;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.nhipcho.dashboards.sql.Variable;
import vn.nhipcho.dashboards.sql.Variable.Option;

/**
 * A variable of a dashboard before anything is chosen.
 *
 * @param rawSql what gives its options, as (value, text); empty where {@code options} are fixed
 * @param hasAll whether All may be chosen, and is at first
 * @param current the option chosen at first; empty where that is All or the first one that the query gives
 */
public record RenderedVariable(
        String name,
        String type,
        String label,
        boolean isHidden,
        boolean isMulti,
        boolean hasAll,
        Optional<String> rawSql,
        List<Option> options,
        Optional<String> current) {

    static RenderedVariable of(JsonNode json) {
        List<Option> options = new ArrayList<>();
        json.path("options")
                .forEach(option -> options.add(new Option(
                        option.path("value").asText(), option.path("text").asText())));
        JsonNode current = json.at("/current/value");
        return new RenderedVariable(
                json.path("name").asText(),
                json.path("type").asText(),
                json.path("label").asText(),
                json.path("hide").asInt() != 0,
                json.path("multi").asBoolean(),
                json.path("includeAll").asBoolean(),
                Optional.of(json.at("/query/rawSql").asText("")).filter(sql -> !sql.isEmpty()),
                List.copyOf(options),
                current.isTextual() ? Optional.of(current.asText()) : Optional.empty());
    }

    /** All of it, where it has All. */
    public Variable all(List<Option> every) {
        return Variable.all(name, every);
    }

    public Variable choose(List<Option> chosen) {
        return new Variable(name, isMulti, false, chosen);
    }

    /** What stands there when the dashboard opens, given the options that its query gives. */
    public Variable atFirst(List<Option> queried) {
        List<Option> every = rawSql.isPresent() ? queried : options;
        if (hasAll) {
            return all(every);
        }
        return choose(every.stream()
                .filter(option -> current.isEmpty() || current.get().equals(option.value()))
                .limit(1)
                .toList());
    }
}
