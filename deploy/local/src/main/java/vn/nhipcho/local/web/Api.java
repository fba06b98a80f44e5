package vn.nhipcho.local.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.nhipcho.dashboards.rendered.RenderedAnnotation;
import vn.nhipcho.dashboards.rendered.RenderedDashboard;
import vn.nhipcho.dashboards.rendered.RenderedPanel;
import vn.nhipcho.dashboards.sql.TimeRange;
import vn.nhipcho.local.clickhouse.SqlRefused;
import vn.nhipcho.local.web.Choices.Strictness;

/**
 * What pages ask for, as JSON: {@code dashboards}, {@code dashboards/UID} and, with a range of time and variables,
 * {@code dashboards/UID/variables}, {@code …/panels/ID}, {@code …/annotations}.
 */
final class Api {
    private static final Pattern PANEL = Pattern.compile("panels/(\\d{1,9})");

    private final List<RenderedDashboard> dashboards;
    private final Options options;
    private final Targets targets;

    Api(List<RenderedDashboard> dashboards, ReadOnlyClickHouse clickhouse, InstantSource clock) {
        this.dashboards = dashboards;
        this.options = new Options(new RecentAnswers(clickhouse::answer, clock));
        this.targets = new Targets(clickhouse);
    }

    /** @param path after {@code /api/} */
    JsonNode answer(String path, String rawQuery) throws BadRequest, SqlRefused {
        String[] parts = path.split("/", 3);
        if (!parts[0].equals("dashboards")) {
            throw BadRequest.absent("There is nothing at /api/" + path);
        }
        if (parts.length == 1) {
            return list();
        }
        RenderedDashboard dashboard = dashboards.stream()
                .filter(one -> one.uid().equals(parts[1]))
                .findFirst()
                .orElseThrow(() -> BadRequest.absent("There is no dashboard with the uid " + parts[1]));
        return parts.length == 2 ? dashboard.json() : ofDashboard(dashboard, parts[2], RequestParameters.of(rawQuery));
    }

    private JsonNode ofDashboard(RenderedDashboard dashboard, String what, RequestParameters asked)
            throws BadRequest, SqlRefused {
        TimeRange range = asked.range();
        if (what.equals("variables")) {
            return variables(Choices.of(dashboard, asked.variables(), range, options, Strictness.FALL_BACK));
        }
        if (what.equals("annotations")) {
            return annotations(dashboard, asked, range);
        }
        Matcher id = PANEL.matcher(what);
        if (!id.matches()) {
            throw BadRequest.absent("There is nothing at dashboards/UID/" + what);
        }
        RenderedPanel panel = dashboard
                .panel(Integer.parseInt(id.group(1)))
                .orElseThrow(() -> BadRequest.absent("The dashboard has no panel " + id.group(1)));
        return targets.ofPanel(panel, checked(dashboard, asked, range).variables(), range);
    }

    private Choices checked(RenderedDashboard dashboard, RequestParameters asked, TimeRange range)
            throws BadRequest, SqlRefused {
        return Choices.of(dashboard, asked.variables(), range, options, Strictness.REFUSE);
    }

    private JsonNode annotations(RenderedDashboard dashboard, RequestParameters asked, TimeRange range)
            throws BadRequest, SqlRefused {
        Choices choices = checked(dashboard, asked, range);
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (RenderedAnnotation annotation : dashboard.annotations()) {
            all.add(targets.ofAnnotation(annotation, choices.variables(), range));
        }
        return all;
    }

    private JsonNode list() {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (RenderedDashboard dashboard : dashboards) {
            list.addObject()
                    .put("uid", dashboard.uid())
                    .put("title", dashboard.title())
                    .put("description", dashboard.json().path("description").asText())
                    .put("language", dashboard.language())
                    .put("folder", dashboard.folder());
        }
        return list;
    }

    private static JsonNode variables(Choices choices) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        choices.options().forEach((name, options) -> {
            ObjectNode variable = all.putObject(name);
            ArrayNode listed = variable.putArray("options");
            options.forEach(
                    option -> listed.addObject().put("value", option.value()).put("text", option.text()));
            ArrayNode chosen = variable.putArray("chosen");
            choices.chosen(name).forEach(chosen::add);
        });
        return all;
    }
}
