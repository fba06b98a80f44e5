package vn.nhipcho.dashboards.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.nhipcho.dashboards.rendered.RenderedPanel;
import vn.nhipcho.dashboards.rendered.RenderedTarget;

/** Whether an answer has the columns, of the types, that its panel draws, names and links by. */
final class PanelShape {
    private static final Pattern LINKED = Pattern.compile("__data\\.fields\\.(\\w+)");
    private static final Pattern LABEL = Pattern.compile("__field\\.labels\\.(\\w+)");
    private static final Set<String> UNREADABLE = Set.of("Array", "Tuple", "Map", "Nothing", "JSON", "Aggregate");

    private final RenderedPanel panel;
    private final RenderedTarget target;
    private final Answer answer;
    private final Map<String, JsonNode> overrides = new HashMap<>();
    private final List<String> problems = new ArrayList<>();

    private PanelShape(RenderedPanel panel, RenderedTarget target, Answer answer) {
        this.panel = panel;
        this.target = target;
        this.answer = answer;
        panel.json()
                .at("/fieldConfig/overrides")
                .forEach(override ->
                        overrides.put(override.at("/matcher/options").asText(), override.path("properties")));
    }

    /** Everything that does not fit. */
    static List<String> problems(RenderedPanel panel, RenderedTarget target, Answer answer) {
        PanelShape shape = new PanelShape(panel, target, answer);
        shape.types();
        shape.namedColumns();
        shape.byType();
        shape.peopleReadable();
        return shape.problems;
    }

    private void types() {
        for (Answer.Column column : answer.columns()) {
            check(
                    UNREADABLE.stream().noneMatch(column.type()::contains),
                    column.name() + " is of a type that Grafana shows as text: " + column.type());
            check(column.isTime() || column.isNumber() || column.isText(), "what is a " + column.type() + "?");
        }
        if (target.format() == 0) {
            Answer.Column first = answer.columns().get(0);
            check(first.name().equals("time") && first.type().startsWith("DateTime"), "a time series begins with time");
            check(answer.columns().stream().anyMatch(Answer.Column::isNumber), "a time series has a number");
            check(
                    panel.json().at("/fieldConfig/defaults").has("displayName")
                            || answer.columns().stream().noneMatch(Answer.Column::isText),
                    "a text makes a series of each of its values, which only one that is named by it wants");
        }
    }

    /** Names that overrides, links and options go by. */
    private void namedColumns() {
        Set<String> named = new LinkedHashSet<>(overrides.keySet());
        String json = panel.json().path("fieldConfig").toString();
        collect(LINKED, json, named);
        collect(LABEL, json, named);
        JsonNode options = panel.json().path("options");
        named.addAll(options.findValuesAsText("xField"));
        named.addAll(options.findValuesAsText("idField"));
        named.addAll(options.at("/layers/0/config/dataStyle/color").findValuesAsText("field"));
        named.removeAll(answer.names());
        // A panel of several queries may name a column of another of them.
        if (panel.targets().size() == 1) {
            named.forEach(name -> problems.add("there is no column " + name));
        }
    }

    private void byType() {
        JsonNode options = panel.json().path("options");
        switch (panel.type()) {
            case "barchart" -> {
                hasColumn(options.path("xField").asText(), column -> column.isText() || column.isTime(), "xField");
                check(answer.columns().stream().anyMatch(Answer.Column::isNumber), "a bar chart has a number");
            }
            case "geomap" -> {
                JsonNode config = options.at("/layers/0/config");
                hasColumn(config.path("idField").asText(), Answer.Column::isText, "area");
                hasColumn(config.at("/dataStyle/color/field").asText(), Answer.Column::isNumber, "value");
            }
            case "stat", "gauge", "bargauge", "piechart" -> {
                String fields = options.at("/reduceOptions/fields").asText();
                Predicate<Answer.Column> isShown = fields.isEmpty()
                        ? Answer.Column::isNumber
                        : column -> display(column.name()).matches(fields.substring(1, fields.length() - 1));
                check(answer.columns().stream().anyMatch(isShown), "no column is shown");
            }
            case "table" ->
                options.path("sortBy")
                        .forEach(sort -> check(
                                answer.names().stream().anyMatch(name -> display(name)
                                        .equals(sort.path("displayName").asText())),
                                "sorted by a column that is not there: " + sort.path("displayName")));
            default -> {
                // Nothing of its own.
            }
        }
    }

    /** Nobody reads snake_case, and a number without a unit says nothing. */
    private void peopleReadable() {
        boolean isNamedBySeries = panel.json().at("/fieldConfig/defaults").has("displayName");
        for (Answer.Column column : answer.columns()) {
            boolean isAxis =
                    target.format() == 0 && (column.name().equals("time") || column.isText() && isNamedBySeries);
            if (!isHidden(column.name()) && !isAxis) {
                check(
                        isNamedBySeries
                                || !property(column.name(), "displayName").isMissingNode(),
                        column.name() + " has no name for people and is not hidden");
                check(
                        !column.isNumber()
                                || !property(column.name(), "unit").isMissingNode()
                                || panel.json().at("/fieldConfig/defaults").has("unit"),
                        column.name() + " has no unit");
            }
        }
    }

    private boolean isHidden(String column) {
        return property(column, "custom.hidden").asBoolean()
                || property(column, "custom.hideFrom").path("viz").asBoolean();
    }

    private String display(String column) {
        return property(column, "displayName").asText(column);
    }

    private JsonNode property(String column, String id) {
        for (JsonNode property :
                overrides.getOrDefault(column, com.fasterxml.jackson.databind.node.MissingNode.getInstance())) {
            if (property.path("id").asText().equals(id)) {
                return property.path("value");
            }
        }
        return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
    }

    private void hasColumn(String name, Predicate<Answer.Column> fits, String key) {
        check(
                answer.columns().stream().anyMatch(column -> column.name().equals(name) && fits.test(column)),
                key + " names no fitting column: " + name);
    }

    private static void collect(Pattern pattern, String text, Set<String> into) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            into.add(matcher.group(1));
        }
    }

    private void check(boolean isRight, String problem) {
        if (!isRight) {
            problems.add(problem);
        }
    }
}
