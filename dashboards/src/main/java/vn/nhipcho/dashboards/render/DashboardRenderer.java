package vn.nhipcho.dashboards.render;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import vn.nhipcho.dashboards.layout.Annotation;
import vn.nhipcho.dashboards.layout.Dashboard;
import vn.nhipcho.dashboards.layout.Language;
import vn.nhipcho.dashboards.layout.Layouts;
import vn.nhipcho.dashboards.layout.Panel;
import vn.nhipcho.dashboards.layout.Row;
import vn.nhipcho.dashboards.layout.SharedVariable;

/** One dashboard in one language as Grafana's classic JSON. */
public final class DashboardRenderer {
    private static final String LANGUAGE_VARIABLE = "lang";

    private final Layouts layouts;
    private final Dashboard dashboard;
    private final Language language;
    private final PanelRenderer panels;

    public DashboardRenderer(Layouts layouts, Dashboard dashboard, Language language) {
        this.layouts = layouts;
        this.dashboard = dashboard;
        this.language = language;
        LinkRenderer links = new LinkRenderer(layouts, dashboard, language);
        this.panels = new PanelRenderer(language, new FieldRenderer(language, links));
    }

    public ObjectNode render() {
        ObjectNode json = Json.object()
                .put("uid", language.uid(dashboard.name()))
                .put("title", dashboard.title().in(language))
                .put("description", dashboard.description().in(language));
        json.set(
                "tags",
                Json.array(Stream.concat(Stream.of("nhip-cho", language.code()), dashboard.tags().stream())
                        .toArray(String[]::new)));
        json.put("schemaVersion", 41)
                .put("version", 1)
                .put("editable", false)
                .put("graphTooltip", 1)
                .put("fiscalYearStartMonth", 0)
                .put("timezone", DataSource.ZONE)
                .put("weekStart", "monday")
                .put("refresh", dashboard.refresh());
        json.set("time", Json.object().put("from", dashboard.from()).put("to", dashboard.to()));
        ObjectNode picker = Json.object();
        picker.set("refresh_intervals", Json.array("1m", "5m", "15m", "1h"));
        json.set("timepicker", picker.put("nowDelay", "1m"));
        json.set("links", new LinkRenderer(layouts, dashboard, language).headerLinks());
        json.set("annotations", list(annotations()));
        json.set("templating", list(variables()));
        json.set("panels", panels());
        return json;
    }

    private static ObjectNode list(ArrayNode items) {
        ObjectNode list = Json.object();
        list.set("list", items);
        return list;
    }

    private ArrayNode annotations() {
        ObjectNode builtIn = Json.object()
                .put("builtIn", 1)
                .put("name", "Annotations & Alerts")
                .put("type", "dashboard")
                .put("enable", true)
                .put("hide", true)
                .put("iconColor", "rgba(0, 211, 255, 1)");
        builtIn.set("datasource", Json.object().put("type", "grafana").put("uid", "-- Grafana --"));
        ArrayNode all = Json.array().add(builtIn);
        for (String name : dashboard.annotations()) {
            Annotation annotation = layouts.annotations().get(name);
            ObjectNode json = Json.object()
                    .put("name", annotation.title().in(language))
                    .put("enable", annotation.isShown())
                    .put("hide", false)
                    .put("iconColor", annotation.color());
            json.set("datasource", DataSource.reference());
            json.set("target", DataSource.annotationTarget(annotation.sql()));
            all.add(json);
        }
        return all;
    }

    private ArrayNode variables() {
        VariableRenderer renderer = new VariableRenderer(language, dashboard.areVariablesFixed());
        ArrayNode all = Json.array();
        names().forEach(name -> all.add(renderer.render(layouts.variables().get(name))));
        return all;
    }

    // The language first, since the other variables' queries may use it; and only where something does.
    private Set<String> names() {
        Stream<String> sql = Stream.of(
                        dashboard.panels().flatMap(panel -> panel.sql().stream()),
                        dashboard.annotations().stream()
                                .map(name -> layouts.annotations().get(name).sql()),
                        dashboard.variables().stream()
                                .map(name -> layouts.variables().get(name))
                                .filter(SharedVariable.Query.class::isInstance)
                                .map(variable -> ((SharedVariable.Query) variable).sql()))
                .flatMap(texts -> texts);
        Set<String> names = new LinkedHashSet<>();
        if (sql.anyMatch(text -> text.contains("${" + LANGUAGE_VARIABLE) || text.contains("$" + LANGUAGE_VARIABLE))) {
            names.add(LANGUAGE_VARIABLE);
        }
        names.addAll(dashboard.variables());
        return names;
    }

    private ArrayNode panels() {
        Grid grid = new Grid();
        ArrayNode all = Json.array();
        int row = 0;
        for (Row each : dashboard.rows()) {
            row++;
            if (each.title().isEmpty()) {
                grid.newLine();
                members(each.panels(), grid).forEach(all::add);
            } else {
                ObjectNode title = Json.object()
                        .put("id", 1_000_000 + row)
                        .put("type", "row")
                        .put("title", each.title().in(language))
                        .put("collapsed", each.isCollapsed());
                title.set("gridPos", grid.title());
                List<ObjectNode> members = members(each.panels(), grid);
                ArrayNode nested = Json.array();
                title.set("panels", nested);
                all.add(title);
                members.forEach(each.isCollapsed() ? nested::add : all::add);
            }
        }
        return all;
    }

    private List<ObjectNode> members(List<Panel> members, Grid grid) {
        return members.stream()
                .map(panel -> panels.render(panel, grid.place(panel)))
                .toList();
    }
}
