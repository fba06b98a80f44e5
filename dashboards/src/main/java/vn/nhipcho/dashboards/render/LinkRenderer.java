package vn.nhipcho.dashboards.render;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.nhipcho.dashboards.layout.Dashboard;
import vn.nhipcho.dashboards.layout.Language;
import vn.nhipcho.dashboards.layout.Layouts;
import vn.nhipcho.dashboards.layout.Link;
import vn.nhipcho.dashboards.layout.SharedVariable;

/** Ways from one dashboard to others. */
record LinkRenderer(Layouts layouts, Dashboard from, Language language) {
    /** Of a value in a panel. */
    ArrayNode dataLinks(List<Link> links) {
        ArrayNode all = Json.array();
        links.forEach(link -> all.add(Json.object()
                .put("title", link.title().in(language))
                .put("url", url(link))
                .put("targetBlank", false)));
        return all;
    }

    /** Of the header. */
    ArrayNode headerLinks() {
        ArrayNode all = Json.array();
        for (Link link : from.links()) {
            String title =
                    (link.title().isEmpty() ? layouts.dashboard(link.to()).title() : link.title()).in(language);
            all.add(Json.object()
                    .put("type", "link")
                    .put("title", title)
                    .put("url", "/d/" + language.uid(link.to()))
                    .put("icon", "dashboard")
                    .put("tooltip", layouts.dashboard(link.to()).description().in(language))
                    .put("includeVars", true)
                    .put("keepTime", true)
                    .put("targetBlank", false)
                    .put("asDropdown", false)
                    .set("tags", Json.array()));
        }
        return all;
    }

    private String url(Link link) {
        Stream<String> set =
                link.set().entrySet().stream().map(entry -> "var-" + entry.getKey() + "=" + value(entry.getValue()));
        Stream<String> carried = layouts.dashboard(link.to()).variables().stream()
                .filter(from.variables()::contains)
                .filter(name -> !link.set().containsKey(name))
                .filter(name -> !(layouts.variables().get(name) instanceof SharedVariable.Constant))
                .map(name -> "${" + name + ":queryparam}");
        return Stream.of(set, carried, Stream.of("${__url_time_range}"))
                .flatMap(part -> part)
                .collect(Collectors.joining("&", "/d/" + language.uid(link.to()) + "?", ""));
    }

    private static String value(String column) {
        return column.startsWith("=") ? column.substring(1) : "${__data.fields." + column + ":percentencode}";
    }
}
